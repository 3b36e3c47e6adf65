using System.Text;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Statutes;
using Mandate.Server.Delivery;
using Mandate.Server.Founding;
using Mandate.Server.History;
using Mandate.Server.Motions;
using Mandate.Server.Wording;

namespace Mandate.Server.Keeping;

/// <summary>
/// One look at one organisation: the state that the whole page shows, the time, and who looks. Set before a handler runs; one per
/// request.
/// </summary>
public sealed class Visit(Here here)
{
    private IKept? kept;

    public IKept Kept => kept ?? throw new InvalidOperationException("This page belongs to no organisation.");

    public State State { get; private set; } = State.Empty;

    public DateTimeOffset Now { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Id of the person who looks; null for a visitor.</summary>
    public string? Person { get; private set; }

    public Here Here => here;

    public Words Words => here.Words;

    public string Address => "/o/" + Kept.Slug;

    /// <summary>The rules in force now.</summary>
    public ConstitutionVersion Version => State.Statutes.VersionAt(Now) ?? State.Statutes.Versions[0];

    /// <summary>Roles come from offices alone; a member of the roll has a member's rights and everybody else none.</summary>
    public Member? Member => Person is { } person ? State.Roll.Member(person) : null;

    /// <summary>Names are shown to members; to others only those of people in office.</summary>
    public string? Name(string person) =>
        Member is { Counts: true } || (Person is { } me && State.IsFounding(me)) || State.Offices.Career(person).Any() ? Kept.NameOf(person) : null;

    /// <summary>For a visitor whoever holds no office is one of the members: an id would let them be told apart.</summary>
    public string NameOrId(string person) => Name(person) ?? (Person is null ? Words["record.a-member"] : Words.Say("person.unnamed", ("id", person)));

    public string? Text(string sha256) => Kept.Blob(sha256) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>The best of a text's languages for this reader, and which it is.</summary>
    public (string Language, string Text)? Text(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var language in texts.Keys.OrderBy(l => l == here.Language.Code ? 0 : l == "en" ? 1 : 2).ThenBy(l => l, StringComparer.Ordinal))
            if (Text(texts[language]) is { } text) return (language, text);
        return null;
    }

    private readonly Dictionary<(string Motion, string Language), string> titles = [];

    /// <summary>The title of a motion for this reader.</summary>
    public string Title(Motion motion) => Title(motion, here.Language);

    /// <inheritdoc cref="MotionTitle.Of"/>
    public string Title(Motion motion, Language language) =>
        titles.TryGetValue((motion.Id, language.Code), out var known) ? known : titles[(motion.Id, language.Code)] = MotionTitle.Of(Kept, motion, language);

    private readonly Dictionary<string, IReadOnlyList<Offer>> offers = new(StringComparer.Ordinal);

    /// <summary>What the rules answered on every act of a word that this person could think of; asked once per page.</summary>
    public IReadOnlyList<Offer> Offers(string word)
    {
        if (Person is not { } person) return [];
        if (offers.TryGetValue(word, out var known)) return known;
        return offers[word] = [.. Api.Offers.Of(word, State, person, Now, Kept.Names)];
    }

    public RefusalWords Say(Refusal refusal) => RefusalWords.Of(refusal, Words, id => Named.Of(this, id), id => Named.Place(this, id));

    internal void Set(IKept organisation, string? person)
    {
        kept = organisation;
        State = organisation.State;
        Now = organisation.Now;
        Person = person is not null && (State.Roll.Member(person) is not null || State.IsFounding(person)) ? person : null;
        Prepare(here, organisation, State, Now);
        if (here.Place is null) return;
        if (Person is { } own && State.Trust.KeysOf(own).Where(k => !k.HasEnded(Now)).Select(k => k.Key).ToList() is { Count: > 0 } keys) here.DeviceKeys = string.Join(' ', keys);
        if (Person is { } id) here.Visitor = new(id, Kept.NameOf(id) ?? here.Words.Say("person.unnamed", ("id", id)), Capacity(id));
    }

    /// <summary>Sets what all parts of a page of this organisation share, for anybody.</summary>
    internal static void Prepare(Here here, IKept organisation, State state, DateTimeOffset now)
    {
        here.Today = DateOnly.FromDateTime(here.Words.Local(now).DateTime);
        if (state.Statutes.Versions.Length == 0) return;
        var rules = (state.Statutes.VersionAt(now) ?? state.Statutes.Versions[0]).Rules;
        here.Glossary = GlossaryOf(rules);
        if (Chronicle.Is(state))
        {
            here.Place = new(Chronicle.Title(state, here.Language.Code), "/o/" + organisation.Slug, null, ChronicleSections, organisation.Proof, ReadOnly: true);
            return;
        }
        here.Place = new(rules.Title.In(here.Language.Code), "/o/" + organisation.Slug, state.Founding.Rehearsal ? here.Today : null, state.Founding.Stage == FoundingStage.Open ? [FoundingSection, .. Sections] : Sections, organisation.Proof);
    }

    /// <summary>What somebody is here, shortest and weightiest first: an office, a mandate, else a member of a unit.</summary>
    public string? Capacity(string person)
    {
        if (State.Offices.HeldBy(person, Now).FirstOrDefault() is { } tenure)
            return tenure.Seat.Unit is { } unit ? Words.Say("person.holds-in", ("place", Words.Place(tenure.Seat.Of)), ("unit", UnitName(unit))) : Words.Place(tenure.Seat.Of);
        if (State.IsFounding(person)) return Words["founding.founder"];
        return State.Roll.Member(person) is { } member ? Words.Say("person.member-of", ("unit", UnitName(member.Unit))) : null;
    }

    public string UnitName(string unit) => State.Roll.Unit(unit)?.Name ?? unit;

    private static Section FoundingSection { get; } = new("founding", "/founding");

    private static IReadOnlyList<Section> ChronicleSections { get; } = [new("history", "/history"), new("record", "/record")];

    private static IReadOnlyList<Section> Sections { get; } =
        [new("home", ""), new("constitution", "/constitution"), new("members", "/members"), new("offices", "/offices"), new("sessions", "/sessions"), new("motions", "/motions"), new("votes", "/votes"), new("plan", "/plan"), new("rights", "/rights"), new("record", "/record")];

    /// <summary>Keys <c>branch</c> or <c>branch.other</c> of the constitution's glossary.</summary>
    private static Glossary GlossaryOf(Constitutions.Constitution rules)
    {
        if (rules.Glossary.Count == 0) return Glossary.None;
        var own = new Dictionary<(string, string, string), string>();
        foreach (var (key, texts) in rules.Glossary)
        {
            var dot = key.LastIndexOf('.');
            var form = dot > 0 && Glossary.Forms.Contains(key[(dot + 1)..], StringComparer.Ordinal) ? key[(dot + 1)..] : "one";
            foreach (var (language, word) in texts.Texts) own[(form == "one" ? key : key[..dot], form, language)] = word;
        }
        return new(own);
    }
}
