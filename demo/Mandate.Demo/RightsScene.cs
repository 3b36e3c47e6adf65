using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Demo;

/// <summary>One lawful use of each register of rights, left so that a visitor can go on: join, sign, answer, or be refused and read why.</summary>
internal sealed class RightsScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    private const string Letter =
        "To the delegates.\n\nThe council should have two members from the night shifts. Nobody on it has worked a night since 2019, and it decides the rosters.\n";

    public void Play(DateTimeOffset opens)
    {
        var ordinary = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Select(p => p.Id).ToArray();
        floor.MoveTo(opens.AddDays(-11));
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        Tendencies(ordinary, day);
        floor.Do(ordinary[40], new StartPetition("night-rosters", "congress", "Publish the night rosters four weeks ahead."));
        foreach (var signer in ordinary.Skip(41).Take(30)) floor.Do(signer, new SignPetition("night-rosters"));
        floor.Do(cast.Treasurer, new TakeUndertaking("strike-fund-report", Duty.Execution, "Publish the accounts of the strike fund.", day.AddDays(2)));
        floor.Do(cast.GeneralSecretary, new TakeUndertaking("hall-interpreters", Duty.Task, "Find interpreters for the hall.", DateOnly.FromDateTime(opens.UtcDateTime)));
        floor.Do(ordinary[90], new DepositDocument("letter-night-shifts", "Letter to the delegates about the night shifts", Digest(Letter), ["congress"], DateOnly.FromDateTime(opens.UtcDateTime)));
        Handed(ordinary, DateOnly.FromDateTime(opens.UtcDateTime));
        Order(day);
        Canvass();
        Emergency(day);
        Restriction(ordinary, day);
        Emissary(ordinary, day);
        Charge(ordinary);
        var treasurer = floor.State.Offices.HeldBy(cast.Treasurer, floor.Now).First(t => t.Seat.Of == "treasurer");
        floor.Do(ordinary[120], new Complain("travel-claims", [treasurer.Id], "Travel claims without receipts", Digest("The file of this complaint is with its readers.\n"), "the winning numbers of the national draw on the second Saturday"));
    }

    /// <summary>High water in the ports: an emergency with one power, confirmed by the chamber, that ends by its date in the days before the congress.</summary>
    private void Emergency(DateOnly day)
    {
        floor.InWriting("w-high-water", "council", cast.Council, 15, new DeclareEmergency("high-water", "disaster", ["meet_remotely"], "High water in three ports; the halls are closed.", day.AddDays(9)));
        floor.InWriting("w-high-water-confirmed", "regions_chamber", [.. cast.Chamber.Values.SelectMany(c => c)], 10, new ConfirmEmergency("high-water"));
    }

    /// <summary>What the chamber decided on sales in the halls, with the consent of the inspection: entered with its end, and used twice.</summary>
    private void Restriction(string[] ordinary, DateOnly day)
    {
        floor.InWriting("w-hall-stalls-consent", "control", cast.Control, 7, new ConsentToMotion(MotionTexts.Stalls.Id, "procedure.by_object.restrict_right.consent_of"));
        floor.Do(ordinary[60], new EnterRestriction(
            "hall-stalls", MotionTexts.Stalls.Id, Liberty.Trade, ["halls", "quays"], "Keep the corridors free while the halls are inspected.", "fire inspection of the halls", ChamberScene.StallsUntil(floor.State.Sessions.Find("chamber")!.Opens), Grounds: [RestrictionGround.Safety]));
        floor.Do(cast.Council[2], new UseRestriction("stalls-1", "hall-stalls", "halls", "fire inspection of the halls", "A table with badges stood in front of the emergency exit in Ghent."));
        floor.Do(cast.Council[2], new TreatAlike("stalls-1", ["quays"], false, "No exit of a building opens onto a quay."));
        floor.Do(cast.Council[3], new UseRestriction("stalls-2", "hall-stalls", "halls", "fire inspection of the halls", "A coffee cart was moved out of the corridor in Liège."));
    }

    /// <summary>An emissary of the council in a branch, with a purpose and an end, who has taken the mission up and still has to report.</summary>
    private void Emissary(string[] ordinary, DateOnly day)
    {
        var branch = cast.BranchSecretaries.Keys.Last();
        var emissary = ordinary.First(p => floor.State.Roll.Member(p)!.Unit != branch);
        floor.InWriting("w-emissary", "council", cast.Council, 15, new SendEmissary("books-2025", branch, emissary, "Help the branch to close its books for last year.", day.AddDays(30)));
        floor.Do(emissary, new TakeMission("books-2025"));
    }

    /// <summary>A charge on which a branch has still to decide, and the member has answered.</summary>
    private void Charge(string[] ordinary)
    {
        var (accuser, charged) = (ordinary[70], ordinary[71]);
        floor.Do(accuser, new ChargeMember("keys-of-the-hall", charged, ChargeGround.Conduct, Digest("The file of this charge is with the branch.\n"), Rule: "electorates.members", Done: DateOnly.FromDateTime(floor.Now.UtcDateTime), Occasion: "At the hall of the branch, after a meeting.", Evidence: [EvidenceKind.Witness, EvidenceKind.Document]));
        floor.Do(charged, new AnswerCharge("keys-of-the-hall", Digest("The answer is with the branch.\n")));
    }

    private static ImmutableSortedDictionary<string, string> Said(string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", text);

    /// <summary>The commitment of a text that is not put beside the log.</summary>
    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Tendencies(string[] ordinary, DateOnly day)
    {
        floor.Do(ordinary[0], new FormTendency("members-first", "Members first", floor.Put("Rotate every office after six years.\n\nPublish every vote of the council.\n\nHalve the number of paid officers.\n"), day.AddYears(1), Subject: "How offices are filled"));
        foreach (var member in ordinary.Skip(200).Take(41)) floor.Do(member, new JoinTendency("members-first"));
        foreach (var member in ordinary.Skip(241).Take(13)) floor.Do(member, new JoinTendency("members-first", [3], member == ordinary[241] ? "Branches without a paid officer have no meetings." : null));
        floor.Do(ordinary[0], new PublishPaper("members-first-1", "members-first", "Six years are enough", floor.Put("Of the nineteen members of the council eleven have sat for longer than six years.\n")));
        floor.Do(ordinary[0], new AccountForMoney("members-first", day, "EUR", 54_000, 21_350, floor.Put("Received: fifty-four gifts of ten euros.\n\nSpent: printing of a leaflet, 213.50.\n")));
        var agreed = floor.Put("The two of us agreed to bring one list of questions to the congress. 81c7\n");
        floor.Do(ordinary[5], new NoteJoint("one-list", agreed));
        floor.Do(ordinary[6], new ConfirmJoint("one-list"));
        floor.Do(ordinary[5], new OpenJoint("one-list", agreed));
        // Its speaker watches a count that is still open.
        if (floor.State.Votes.All.Values.Where(v => v is { Outcome: null, Kind: VoteKind.Paper }).MinBy(v => v.Id, StringComparer.Ordinal) is { } open)
            floor.Do(ordinary[0], new NameScrutineer("members-first", open.Id, ordinary[0]));
        floor.Do(ordinary[1], new FormTendency("quiet-docks", "Quiet docks", floor.Put("No night work in ports next to homes.\n"), day.AddMonths(6), Subject: "Night work in the ports"));
        foreach (var member in ordinary.Skip(300).Take(12)) floor.Do(member, new JoinTendency("quiet-docks"));
    }

    /// <summary>A letter to the council: dictated, with a task and a next bearer, received by two of them, and a passage quoted by its author.</summary>
    private void Handed(string[] ordinary, DateOnly opens)
    {
        const string Text = "To the council.\n\nThe hall of the third port has no fire door. We wrote it down in January; nobody came.\n";
        floor.Do(ordinary[91], new DepositDocument("letter-fire-door", "Letter to the council about the hall of the third port", Digest(Text), ["council"], opens.AddDays(14)));
        floor.Do(ordinary[91], new SetTerms("letter-fire-door", TextState.Dictated, DocumentUse.Read, "Put it on the agenda before the congress.", "control"));
        floor.Do(cast.Council[4], new ReceiveDocument("letter-fire-door"));
        floor.Do(cast.Council[5], new ReceiveDocument("letter-fire-door"));
        floor.Do(cast.Council[4], new AnswerTask("letter-fire-door", TaskAnswer.Asks, "Which of the two halls is meant?"));
        floor.Do(ordinary[91], new QuotePassage("letter-fire-door", floor.Put("We wrote it down in January; nobody came.\n")));
    }

    /// <summary>An order that says what is left to units: one carries it out in its own way, another holds that it is its own matter.</summary>
    private void Canvass()
    {
        var branches = cast.BranchSecretaries.Keys.Skip(3).Take(3).ToImmutableArray();
        floor.InWriting("w-canvass", "council", cast.Council, 15, new GiveOrder("canvass", "Ask every member before the congress whether the branch should move to the new hall.", branches, LeftToUnits: "How the members are asked, and on which evening."));
        foreach (var branch in branches) floor.Do(cast.BranchSecretaries[branch], new AcknowledgeOrder("canvass", branch));
        floor.Do(cast.BranchSecretaries[branches[0]], new FileLocalPlan("canvass", branches[0], floor.Put("We ask at the gate on pay day, because a third of us never comes to the hall.\n")));
        floor.Do(cast.BranchSecretaries[branches[1]], new DisputeCompetence("own-hall", branches[1], "canvass", DisputeGround.OwnMatter, "Where we meet is for the branch meeting; the council has no say in it."));
    }

    /// <summary>An order that was taken back; one branch had not read that, and acted: its secretary has put it on record.</summary>
    private void Order(DateOnly day)
    {
        var branches = cast.BranchSecretaries.Keys.Take(3).ToImmutableArray();
        var order = new GiveOrder("go-slow", FormattableString.Invariant($"Work to rule from {day.AddDays(9):d MMMM}."), branches);
        floor.Do(cast.Council[0], new ProposeAct("w-go-slow", "council", null, order));
        foreach (var member in cast.Council.Skip(1).Take(7)) floor.Do(member, new SignAct("w-go-slow", []));
        foreach (var branch in branches) floor.Do(cast.BranchSecretaries[branch], new AcknowledgeOrder("go-slow", branch));
        floor.Do(cast.Council[1], new CountermandOrder("go-slow", "The employers have agreed to talk."));
        foreach (var branch in branches.Take(2)) floor.Do(cast.BranchSecretaries[branch], new AcknowledgeOrder("go-slow", branch));
        var (late, window) = (branches[2], new Window(day, day));
        ImmutableArray<Source> source = [new("Log of the evening shift", "last page")];
        floor.Do(cast.BranchSecretaries[late], new Tell("slow-evening", window, Said("The evening shift works to rule"), Said("The letter that took the order back lay unread on the desk until the morning."), [], [], [], Mode.Stated, source));
        floor.Do(cast.BranchSecretaries[late], new RecordFact("slow-evening-done", new CarriedOut("go-slow", late), window, Mode.Stated, source, ["slow-evening"]));
    }
}
