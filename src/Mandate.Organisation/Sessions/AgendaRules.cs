using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;

namespace Mandate.Organisation.Sessions;

/// <summary>The agenda: what stands on it by itself, and who else may put something on it.</summary>
public static class AgendaRules
{
    /// <summary>How an item begins that lays a motion before an assembly; its id follows.</summary>
    public const string BaseItem = "base:";

    /// <summary>Missed dates after which an undertaking is back on the agenda.</summary>
    private const int MissedDates = 2;

    /// <summary>The opening, minutes that wait for approval, the accounts that bodies owe, and the elections that fall due by the last day.</summary>
    internal static ImmutableArray<AgendaItem> Standing(State state, Constitution rules, Body body, string? unit, DateOnly lastDay, DateTimeOffset at)
    {
        var items = ImmutableArray.CreateBuilder<AgendaItem>();
        items.Add(new AgendaItem("opening", ItemKind.Opening, "opening", null));
        foreach (var before in state.Sessions.Of(body.Id, unit).Where(s => s.Minutes is MinutesStage.Draft or MinutesStage.Objections))
            items.Add(new AgendaItem("minutes:" + before.Id, ItemKind.Minutes, "minutes", before.Id));
        items.AddRange(Reports.Due(state, rules, body, unit, at));
        items.AddRange(Elections(state, rules, body, lastDay, at));
        // What members laid before this level and nobody has answered (requirement S029).
        if (body.Kind == BodyKind.Assembly)
            items.AddRange(Concerns.With(state, unit, DateOnly.FromDateTime(at.UtcDateTime)).Select(c => new AgendaItem("concern:" + c.Id, ItemKind.Other, c.Says, null)));
        // What its mover took to the base, and disputes that last in a leading body (requirements S073, S075); once in each assembly.
        if (body.Kind == BodyKind.Assembly)
            items.AddRange(Course.BeforeBase(state, at).Select(m => new AgendaItem(BaseItem + m.Id, ItemKind.Other, m.Title, null)).Where(i => !state.Sessions.Of(body.Id, unit).Any(s => s.Item(i.Id) is not null && s.Stage != SessionStage.Cancelled)));
        // What enough units protest against is read again by the body whose measure it is (requirement S230).
        items.AddRange(state.Petitions.Protests.Values.Where(p => p is { Due: not null, Answered: false } && p.To == Authority.NameOf(body.Id, unit)).OrderBy(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => new AgendaItem("protest:" + p.Id, ItemKind.Other, p.Grounds, p.Id)));
        // What was decided here and whose dates were missed twice comes back by itself, to whoever wants to hear why and who is to do it (S058).
        foreach (var late in state.Undertakings.All.Values.Where(u => !u.Done && !u.Missed.IsEmpty && u.MissedBy(DateOnly.FromDateTime(at.UtcDateTime)) >= MissedDates && u.Motion is { } motion
                && state.Motions.Find(motion) is { } decided && state.Sessions.Find(decided.Session) is { } held && held.Body == body.Id && held.Unit == unit).OrderBy(u => u.Id, StringComparer.Ordinal))
            items.Add(new AgendaItem("execution:" + late.Id, ItemKind.Report, late.What, null));
        if (unit is null) items.AddRange(EmergencyReviews.Items(state, body.Id, DateOnly.FromDateTime(at.UtcDateTime)));
        items.AddRange(ByFigures(state, rules, body, unit, at));
        return items.ToImmutable();
    }

    /// <summary>
    /// What figures put on the agenda: bodies with several signs of a life in form only, before those above and below them (requirement S022); matters that were declared settled
    /// and have come back (S244); funds that lost too much in a quarter, before whoever decides over money (S227).
    /// </summary>
    private static IEnumerable<AgendaItem> ByFigures(State state, Constitution rules, Body body, string? unit, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        foreach (var life in BodyLives.On(state, day, (of, its) => BearsOn(rules, body, unit, of, its)).Where(l => l.ToTalkAbout))
            yield return new AgendaItem("health:" + Authority.NameOf(life.Body, life.Unit), ItemKind.Report, life.Body, life.Unit ?? life.Body);
        foreach (var matter in SettledMatters.On(state, day, Blobs.None).Where(m => m.Open && m.Matter.For == body.Id && unit is null))
            yield return new AgendaItem("settled:" + matter.Matter.Id, ItemKind.Report, matter.Matter.What, null);
        if (unit is null && rules.Powers.Any(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == "budget") && p.Holder is NamedHolder holder && holder.Name.Id == body.Id))
            foreach (var fund in RealTerms.Eroded(state, day))
                yield return new AgendaItem("fund:" + fund.Id, ItemKind.Report, fund.Title, null);
    }

    /// <summary>Whether the life of a body concerns the one that meets: it elects or removes it, or is the meeting of those who do.</summary>
    private static bool BearsOn(Constitution rules, Body meets, string? unit, Body of, string? its) => of.Id != meets.Id && (
        unit is null && (of.Seats.Values.Any(g => g.By is Elect { Body: { } electing } && electing.Id == meets.Id) || of.Remove.OfType<RemovalBy>().Any(r => r.By.Id == meets.Id))
        || meets.Kind == BodyKind.Assembly && (its is null || its == unit) && of.Seats.Values.Any(g => g.By is Elect { Electorate: { } members } && members.Id == meets.Of?.Id));

    internal static Decision Put(Sitting s, PutItem c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (c.Item.Length == 0) return ProtocolRefusals.Malformed("item", "a non-empty id", c.Item);
        if (s.Session.Item(c.Item) is not null) return ProtocolRefusals.Taken("item", c.Item);
        if (c.Kind is ItemKind.Motion or ItemKind.Opening) return ProtocolRefusals.Malformed("kind", "not a motion: those come from being filed", c.Kind.ToString());
        if (Sitting.NeedsText("title", c.Title) is { } text) return text;
        if (WhoRefuses(s, out var clause) is { } refusal) return refusal;
        return Decision.Accept(clause, new ItemPut(s.Session.Id, new AgendaItem(c.Item, c.Kind, c.Title, c.Reference)));
    }

    internal static Decision Order(Sitting s, OrderAgenda c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        var notYours = s.Session.Stage == SessionStage.Open ? s.NeedsChair() : SetterRefuses(s, out _);
        if (notYours is not null) return notYours;
        var same = !c.Items.IsDefault && c.Items.Length == s.Session.Agenda.Length && c.Items.ToHashSet(StringComparer.Ordinal).SetEquals(s.Session.Agenda.Select(i => i.Id));
        return same
            ? Decision.Accept(SetterClause(s), new AgendaOrdered(s.Session.Id, c.Items))
            : ProtocolRefusals.Malformed("items", "every item of the agenda once", string.Join(", ", s.Session.Agenda.Select(i => i.Id)));
    }

    /// <summary>Rules under which an item must be taken up, whatever those who set the agenda want.</summary>
    public static IEnumerable<Rule> MustInclude(Constitution rules, string body) => Setters(rules, body).SelectMany(p => p.MustInclude);

    private static IEnumerable<Power> Setters(Constitution rules, string body) =>
        rules.Powers.Where(p => p.Verb == Verb.SetAgenda && p.Object.Any(o => o.Id == body));

    private static string SetterClause(Sitting s) => Setters(s.Rules, s.Body.Id).FirstOrDefault()?.Clause.Path ?? Convenors.Clause(s.Rules, s.Body);

    private static Refusal? SetterRefuses(Sitting s, out string clause)
    {
        clause = SetterClause(s);
        var named = Setters(s.Rules, s.Body.Id).Select(p => (p.Holder as NamedHolder)?.Name).OfType<Ref>().ToList();
        if (named.Count == 0) return Convenors.ServesSession(s);
        return named.Select(n => Convenors.Serves(s.State, s.Act, s.Rules, n, s.Session.Unit)).OrderBy(r => r is not null).First();
    }

    /// <summary>Null when whoever acts sets the agenda of the session.</summary>
    internal static Refusal? MayNotSet(Sitting s) => WhoRefuses(s, out _);

    private static Refusal? WhoRefuses(Sitting s, out string clause)
    {
        var refusal = SetterRefuses(s, out clause);
        if (refusal is null) return null;
        foreach (var rule in MustInclude(s.Rules, s.Body.Id).OfType<BodyRule>())
        {
            if (Convenors.Decides(s.State, s.Act, s.Rules, rule.Body, s.Session.Unit) is not null) continue;
            clause = rule.Clause.Path;
            return null;
        }
        return s.Session.Stage == SessionStage.Open && s.Session.ChairPerson == s.By ? null : refusal;
    }

    private static IEnumerable<AgendaItem> Elections(State state, Constitution rules, Body body, DateOnly lastDay, DateTimeOffset at)
    {
        foreach (var other in rules.Bodies.Values)
            foreach (var group in other.Seats.Values.Where(g => g.By is Elect e && e.Body?.Id == body.Id))
                if (group.Count is { } seats && Lasting(state, other.Id, group.Name, lastDay, at) < seats)
                    yield return Election(group.Name.Length == 0 ? other.Id : $"{other.Id}/{group.Name}");
        foreach (var office in rules.Offices.Values.Where(o => o.By is Elect e && e.Body?.Id == body.Id && o.Per is null))
            if (Lasting(state, office.Id, "", lastDay, at) == 0)
                yield return Election(office.Id);
    }

    private static AgendaItem Election(string place) => new("election:" + place, ItemKind.Election, place, place);

    /// <summary>Holders whose term goes on after the last day; those whom the founders named or who act for somebody give way to an election.</summary>
    private static int Lasting(State state, string of, string group, DateOnly lastDay, DateTimeOffset at) => state.Offices.Holders(of, at)
        .Count(t => (t.Seat.Group ?? "") == group && (t.Until is null || t.Until > lastDay) && t.Basis.Kind is not (BasisKind.Founding or BasisKind.Acting));
}
