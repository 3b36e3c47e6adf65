using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Accounts;

/// <summary>Somebody in line for a thing, or using it: <c>member:ID</c> or <c>unit:ID</c>.</summary>
public sealed record Use(string User, DateOnly From, DateOnly Until, DateOnly? Ended = null)
{
    public bool RunsOn(DateOnly day) => From <= day && day <= (Ended ?? Until);
}

/// <summary>
/// What belongs to the organisation and is used by a member or a unit for a time: on what conditions, who waits for it, and to whom it has been
/// given (S333).
/// </summary>
/// <param name="Place">The body or office that gives it out.</param>
/// <param name="Months">How long one user has it.</param>
/// <param name="Line">Who waits, in the order in which they asked.</param>
/// <param name="Uses">To whom it was given, in order; entries are never taken out.</param>
public sealed record Property(string Id, string Title, string Conditions, string Place, int Months, ImmutableArray<string> Line, ImmutableArray<Use> Uses, DateTimeOffset At)
{
    public Use? On(DateOnly day) => Uses.LastOrDefault(u => u.RunsOn(day));
}

/// <summary>Enter something that belongs to all, and on what conditions one has the use of it.</summary>
/// <param name="Months">How long one user has it.</param>
[WireName("accounts.enter-property")]
public sealed record EnterProperty(string Id, string Title, string Conditions, string Place, int Months) : AccountsCommand;

/// <summary>Ask for the use of it: one stands in line.</summary>
/// <param name="Unit">The unit for which one speaks; null for oneself.</param>
[WireName("accounts.ask-for-use")]
public sealed record AskForUse(string Property, string? Unit = null) : AccountsCommand;

/// <summary>Give it to whoever is first in line; there is nothing to choose.</summary>
[WireName("accounts.give-in-use")]
public sealed record GiveInUse(string Property) : AccountsCommand;

/// <summary>Give it back before the term is over, or step out of the line.</summary>
[WireName("accounts.give-back")]
public sealed record GiveBack(string Property, string? Unit = null) : AccountsCommand;

[WireName("accounts.property-entered")]
public sealed record PropertyEntered(string Id, string Title, string Conditions, string Place, int Months) : AccountsEvent;

[WireName("accounts.use-asked")]
public sealed record UseAsked(string Property, string User) : AccountsEvent;

[WireName("accounts.use-given")]
public sealed record UseGiven(string Property, string User, DateOnly Until) : AccountsEvent;

[WireName("accounts.given-back")]
public sealed record GivenBack(string Property, string User) : AccountsEvent;

/// <summary>The rules of common property: the line decides, not whoever gives out.</summary>
public static class CommonProperty
{
    /// <summary>Who is next: in the order of asking, those who give it out after all others.</summary>
    public static string? Next(State state, Property property, DateTimeOffset at)
    {
        bool Gives(string user) => Party.Of(user, "member") is { } person && state.Offices.Holds(person, property.Place, at);
        return property.Line.OrderBy(Gives).FirstOrDefault();
    }

    internal static Decision Enter(State state, Act act, EnterProperty c)
    {
        var rules = state.Statutes.At(act.At);
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (AccountsRules.PlaceOf(rules, c.Place) is null) return ProtocolRefusals.Unknown("body", c.Place);
        if (Authority.DecidesUnderAny(state, act, out var clause, out _) is { } notYours) return notYours;
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Conditions.Length is 0 or > 2000) return ProtocolRefusals.Malformed("conditions", "on what conditions, in at most 2000 characters", c.Conditions.Length);
        return c.Months is < 1 or > 1200 ? ProtocolRefusals.Malformed("use-months", "from 1 to 1200", c.Months) : Decision.Accept(clause, new PropertyEntered(c.Id, c.Title, c.Conditions, c.Place, c.Months));
    }

    internal static Decision Ask(State state, Act act, AskForUse c)
    {
        if (Find(state, c.Property, out var property, out var clause) is { } wrong) return wrong;
        if (User(state, act, c.Unit, clause, out var user) is { } notYours) return notYours;
        return property.Line.Contains(user, StringComparer.Ordinal) || property.On(act.Day)?.User == user ? AccountsRefusals.AskedAlready(clause, property.Id) : Decision.Accept(clause, new UseAsked(property.Id, user));
    }

    internal static Decision Give(State state, Act act, GiveInUse c)
    {
        if (Find(state, c.Property, out var property, out var clause) is { } wrong) return wrong;
        if (AccountsRules.PlaceOf(state.Statutes.At(act.At), property.Place) is not { } place) return ProtocolRefusals.Unknown("body", property.Place);
        if (Authority.Serves(state, act, place, clause) is { } notYours) return notYours;
        if (property.On(act.Day) is { } used) return AccountsRefusals.InUse(clause, used.Until);
        return Next(state, property, act.At) is { } user ? Decision.Accept(clause, new UseGiven(property.Id, user, act.Day.AddMonths(property.Months).AddDays(-1))) : AccountsRefusals.NobodyInLine(clause, property.Title);
    }

    internal static Decision Return(State state, Act act, GiveBack c)
    {
        if (Find(state, c.Property, out var property, out var clause) is { } wrong) return wrong;
        if (User(state, act, c.Unit, clause, out var user) is { } notYours) return notYours;
        return property.On(act.Day)?.User == user || property.Line.Contains(user, StringComparer.Ordinal) ? Decision.Accept(clause, new GivenBack(property.Id, user)) : ProtocolRefusals.NotYours(clause, "whoever has it or waits for it", act.By);
    }

    /// <summary>The fold; null where it is no event of common property.</summary>
    internal static AccountsState? EvolveProperty(this AccountsState state, AccountsEvent happened, Occasion occasion) => happened switch
    {
        PropertyEntered e => state.Put(new(e.Id, e.Title, e.Conditions, e.Place, e.Months, [], [], occasion.At)),
        UseAsked e => state.Put(state.Properties[e.Property] is var p ? p with { Line = p.Line.Add(e.User) } : null!),
        UseGiven e => state.Put(state.Properties[e.Property] is var p ? p with { Line = p.Line.Remove(e.User, StringComparer.Ordinal), Uses = p.Uses.Add(new(e.User, occasion.Day, e.Until)) } : null!),
        GivenBack e => state.Put(Back(state.Properties[e.Property], e.User, occasion.Day)),
        _ => null,
    };

    private static Property Back(Property property, string user, DateOnly day) => property.On(day) is { } use && use.User == user
        ? property with { Uses = property.Uses.Replace(use, use with { Ended = day.AddDays(-1) }) }
        : property with { Line = property.Line.Remove(user, StringComparer.Ordinal) };

    private static AccountsState Put(this AccountsState state, Property property) => state with { Properties = state.Properties.SetItem(property.Id, property) };

    private static Refusal? User(State state, Act act, string? unit, string clause, out string user)
    {
        user = unit is null ? Party.Member(act.By) : Party.Unit(unit);
        if (unit is null) return state.Roll.Member(act.By) is { InGoodStanding: true } ? null : ProtocolRefusals.NotYours(clause, "member", act.By);
        if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        return state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours(clause, unit, act.By);
    }

    private static Refusal? Find(State state, string id, out Property property, out string clause)
    {
        clause = "";
        if (!state.Accounts.Properties.TryGetValue(id, out property!)) return ProtocolRefusals.Unknown("property", id);
        clause = AccountsRules.PlaceOf(state.Statutes.At(state.At), property.Place)?.Clause.Path ?? "";
        return null;
    }
}
