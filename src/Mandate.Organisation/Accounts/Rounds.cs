using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Accounts;

/// <summary>Something scarce is given out: who asks is written down, who distributes comes last, and the list is everybody's to check.</summary>
internal static class Rounds
{
    public static Decision Open(State state, Act act, OpenRound c)
    {
        var rules = state.Statutes.At(act.At);
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (AccountsRules.PlaceOf(rules, c.Place) is not { } place) return ProtocolRefusals.Unknown("body", c.Place);
        if (Authority.Serves(state, act, place, place.Clause.Path) is { } notYours) return notYours;
        if (c.Goods.Length is 0 or > 200) return ProtocolRefusals.Malformed("goods", "what is given out, in at most 200 characters", c.Goods.Length);
        if (c.Number < 1) return ProtocolRefusals.Malformed("number", "one or more", c.Number);
        return c.Closes < act.Day ? ProtocolRefusals.Malformed("closes", "today or later", c.Closes) : Decision.Accept(place.Clause.Path, new RoundOpened(c.Id, c.Goods, c.Number, c.Place, c.Closes, c.SeedProcedure is { Length: > 0 } procedure ? procedure : null));
    }

    public static Decision Ask(State state, Act act, AskInRound c)
    {
        if (Find(state, c.Round, out var round, out var clause) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (act.Day > round.Closes) return AccountsRefusals.RoundClosed(clause, round.Closes);
        return round.Asked.Contains(act.By, StringComparer.Ordinal) ? AccountsRefusals.AskedAlready(clause, round.Id) : Decision.Accept(clause, new AskedInRound(round.Id));
    }

    public static Decision Give(State state, Act act, Allot c)
    {
        if (Find(state, c.Round, out var round, out var clause) is { } refusal) return refusal;
        if (AccountsRules.PlaceOf(state.Statutes.At(act.At), round.Place) is not { } place) return ProtocolRefusals.Unknown("body", round.Place);
        if (Authority.Decides(state, act, place, clause) is { } notYours) return notYours;
        if (round.AllottedAt is not null) return ProtocolRefusals.WrongStage("round", round.Id, "open", "done");
        if (round.SeedProcedure is not null) return AccountsRefusals.ByLot(clause, round.Id);
        if (act.Day <= round.Closes) return AccountsRefusals.RoundStillOpen(clause, round.Closes);
        var to = c.To.Each();
        if (to.Length > round.Number || to.Distinct(StringComparer.Ordinal).Count() < to.Length) return AccountsRefusals.TooManyGiven(clause, round.Number, to.Length);
        if (to.FirstOrDefault(p => !round.Asked.Contains(p, StringComparer.Ordinal)) is { } stranger) return AccountsRefusals.DidNotAsk(clause, stranger);
        return Decision.Accept(clause, new Allotted(round.Id, to, Distributors(state, act, round)));
    }

    /// <summary>Anybody draws: who asked, the procedure and the day are fixed, and the draw follows from the seed.</summary>
    public static Decision Draw(State state, Act act, DrawRound c)
    {
        if (Find(state, c.Round, out var round, out var clause) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (round.AllottedAt is not null) return ProtocolRefusals.WrongStage("round", round.Id, "open", "done");
        if (round.SeedProcedure is null) return ProtocolRefusals.NotYours(clause, round.Place, act.By);
        if (act.Day <= round.Closes) return AccountsRefusals.RoundStillOpen(clause, round.Closes);
        return c.Seed.Length == 0 ? ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "") : Decision.Accept(clause, new RoundDrawn(round.Id, c.Seed, Lots.Draw(round.Asked, c.Seed, round.Number)));
    }

    /// <summary>Those who give it out: whoever sits in the place, and whoever acts.</summary>
    public static ImmutableArray<string> Distributors(State state, Act act, Round round) =>
        [.. state.Offices.Holders(round.Place, act.At).Select(t => t.Person).Append(act.By).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The distributors who would receive it although somebody else who asked is still without.</summary>
    public static ImmutableArray<string> BeforeOthers(Round round, ImmutableArray<string> to, ImmutableArray<string> distributors)
    {
        var others = round.Asked.Except(distributors, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var first = ImmutableArray.CreateBuilder<string>();
        foreach (var person in to)
            if (!others.Remove(person) && others.Count > 0 && distributors.Contains(person, StringComparer.Ordinal)) first.Add(person);
        return first.ToImmutable();
    }

    private static Refusal? Find(State state, string id, out Round round, out string clause)
    {
        clause = "";
        if (!state.Accounts.Rounds.TryGetValue(id, out round!)) return ProtocolRefusals.Unknown("round", id);
        clause = AccountsRules.PlaceOf(state.Statutes.At(state.At), round.Place)?.Clause.Path ?? "";
        return null;
    }
}
