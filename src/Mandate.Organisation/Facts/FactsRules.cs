using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Facts;

/// <summary>
/// Any member records what happened, with the source. Nobody is made the subject of a file: a fact names a member who never held an
/// office only when that member records it, and a correction is a further fact.
/// </summary>
public static class FactsRules
{
    public static Decision Decide(State state, Act act, FactsCommand command)
    {
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        return command switch
        {
            NameThing c => Name(state, act, c),
            Tell c => Tell(state, act, c),
            RecordFact c => Record(state, act, c),
            ObjectToFact c => Object(state, c),
            RecordContradiction c => Contradict(state, c),
            ReportCase c => Report(state, c),
            _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
        };
    }

    private static Decision Name(State state, Act act, NameThing c) =>
        state.Facts.Things.ContainsKey(c.Id) ? ProtocolRefusals.Taken("thing", c.Id)
        : c.Names.IsEmpty ? ProtocolRefusals.Malformed("names", "at least one name, by language", "{}")
        : Ordinary(state, act, [c.Id]) is { } refusal ? refusal
        : Decision.Accept("", new ThingNamed(new(c.Id, c.What, c.Names, c.Notes, c.Sources.Each(), c.Attributes)));

    private static Decision Tell(State state, Act act, Tell c)
    {
        if (state.Facts.Happenings.ContainsKey(c.Id)) return ProtocolRefusals.Taken("happening", c.Id);
        if (c.Titles.IsEmpty) return ProtocolRefusals.Malformed("titles", "a title in at least one language", "{}");
        if ((Dated(c.When) ?? Sourced(c.Sources) ?? Ordinary(state, act, c.Persons.Each())) is { } refusal) return refusal;
        return Decision.Accept("", new Told(new(
            c.Id, c.When, c.Titles, c.Texts, c.Persons.Each(), c.Bodies.Each(), c.Documents.Each(), c.Mode, c.Sources, c.Scope, c.Place, c.After.Each(), c.Dated)));
    }

    private static Decision Record(State state, Act act, RecordFact c)
    {
        if (state.Facts.Fact(c.Id) is not null) return ProtocolRefusals.Taken("fact", c.Id);
        if ((Dated(c.When) ?? Sourced(c.Sources) ?? Ordinary(state, act, c.Fact.Names)) is { } refusal) return refusal;
        foreach (var happening in c.Events.Each())
            if (!state.Facts.Happenings.ContainsKey(happening)) return ProtocolRefusals.Unknown("happening", happening);
        if (c.Corrects is { } corrects)
        {
            if (state.Facts.Fact(corrects) is not { } earlier) return ProtocolRefusals.Unknown("fact", corrects);
            if (earlier.Recorder != act.By) return FactsRefusals.NotYourFact(corrects, earlier.Recorder, act.By);
            if (earlier.CorrectedBy is { } already) return ProtocolRefusals.WrongStage("fact", corrects, "uncorrected", already);
        }
        return Decision.Accept("", new FactRecorded(c.Id, c.Fact, c.When, c.Mode, c.Sources, c.Events.Each(), c.Corrects));
    }

    private static Decision Object(State state, ObjectToFact c) =>
        state.Facts.Objections.ContainsKey(c.Id) ? ProtocolRefusals.Taken("objection", c.Id)
        : state.Facts.Fact(c.Fact) is null ? ProtocolRefusals.Unknown("fact", c.Fact)
        : c.Reason.Length == 0 ? ProtocolRefusals.Malformed("reason", "what is wrong with it", "")
        : Decision.Accept("", new FactObjected(c.Id, c.Fact, c.Reason));

    /// <summary>One case for each guard and thing: a second says nothing more. That there is such a guard, whoever knows them has asked.</summary>
    private static Decision Report(State state, ReportCase c) =>
        c.Id.Length == 0 ? ProtocolRefusals.Malformed("id", "an id", c.Id)
        : state.Facts.Cases.ContainsKey(c.Id) ? ProtocolRefusals.Taken("case", c.Id)
        : !state.Facts.Happenings.ContainsKey(c.About) && state.Facts.Fact(c.About) is null ? ProtocolRefusals.Unknown("happening", c.About)
        : c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "what is wrong with it, in at most 1000 characters", c.Reason.Length)
        : state.Facts.Cases.Values.FirstOrDefault(k => k.Guard == c.Guard && k.About == c.About && k.Misjudged == c.Misjudged) is { } before ? ProtocolRefusals.Taken("case", before.Id)
        : Decision.Accept("", new CaseReported(c.Id, c.Guard, c.Misjudged, c.About, c.Reason));

    private static Decision Contradict(State state, RecordContradiction c)
    {
        if (state.Facts.Contradictions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("contradiction", c.Id);
        if (Sourced(c.Sources) is { } refusal) return refusal;
        foreach (var happening in c.Events.Each())
            if (!state.Facts.Happenings.ContainsKey(happening)) return ProtocolRefusals.Unknown("happening", happening);
        foreach (var fact in c.Facts.Each())
            if (state.Facts.Fact(fact) is null) return ProtocolRefusals.Unknown("fact", fact);
        return Decision.Accept("", new ContradictionRecorded(new(c.Id, c.Subject, c.First, c.Second, c.Events.Each(), c.Facts.Each(), c.Sources, c.About.Each())));
    }

    private static Refusal? Dated(Window when) => when is { From: { } from, To: { } to } && to < from ? FactsRefusals.WindowReversed(from, to) : null;

    private static Refusal? Sourced(ImmutableArray<Source> sources) => sources.Each().Length == 0 || sources.Any(s => s.Work.Length == 0 || s.Class == EvidenceClass.Inference) ? FactsRefusals.NoSource() : null;

    /// <summary>Whoever holds or has held an office is named for what they did in it; other members name themselves (design, against misuse).</summary>
    private static Refusal? Ordinary(State state, Act act, IEnumerable<string> names) => names
        .Where(name => name != act.By && state.Roll.Member(name) is not null && !state.Offices.Career(name).Any())
        .Select(FactsRefusals.OrdinaryMember).FirstOrDefault();
}
