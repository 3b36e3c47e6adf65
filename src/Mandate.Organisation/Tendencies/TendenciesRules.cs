using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Tendencies;

/// <summary>Tendencies by right: any member forms one, enough members make it stand, no officer has a say.</summary>
public static class TendenciesRules
{
    /// <summary>Years for which one lasts at most, unless formed anew.</summary>
    private const int MostYears = 2;

    /// <summary>Members that make one where the constitution does not say how many.</summary>
    private const int FewestMembers = 3;

    public static Decision Decide(State state, Act act, TendenciesCommand command) => command switch
    {
        FormTendency c => Form(state, act, c),
        JoinTendency c => Joining.Join(state, act, c),
        LeaveTendency c => Joining.Leave(state, act, c),
        OfferService c => Serving.Offer(state, act, c),
        NameScrutineer c => Serving.Name(state, act, c),
        ObserveCount c => Serving.Observe(state, act, c),
        SendToBody c => Serving.Send(state, act, c),
        NameCoReporter c => CoReports.Name(state, act, c),
        AskHearing c => Hearings.Ask(state, act, c),
        GiveHearing c => Hearings.Record(state, act, c),
        FileMinorityReport c => MinorityReports.File(state, act, c),
        SignMinorityReport c => MinorityReports.Sign(state, act, c),
        NameEditor c => Papers.Name(state, act, c),
        PublishPaper c => Papers.Publish(state, act, c),
        AccountForMoney c => Papers.Account(state, act, c),
        NoteJoint c => JointInitiatives.Note(state, act, c),
        ConfirmJoint c => JointInitiatives.Confirm(state, act, c),
        OpenJoint c => JointInitiatives.Open(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Form(State state, Act act, FormTendency c)
    {
        var rules = state.Statutes.At(act.At);
        var right = rules.Rights.GetValueOrDefault("platform");
        var clause = right?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Tendencies.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("tendency", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Name.Length is 0 or > 100) return ProtocolRefusals.Malformed("name", "a name of at most 100 characters", c.Name.Length);
        if (c.Subject is not { Length: > 0 and <= 200 }) return ProtocolRefusals.Malformed("subject", "what it is about, in at most 200 characters", c.Subject?.Length ?? 0);
        var last = act.Day.AddYears(MostYears);
        if (c.Until < act.Day || c.Until > last) return TendenciesRefusals.TooLong(clause, last, c.Until);
        if (act.Blobs.Text(c.Platform) is not { } platform) return ProtocolRefusals.BlobMissing(c.Platform);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count - 1, clause, out _) is { } bad) return bad;
        return Decision.Accept(clause, new TendencyFormed(c.Id, c.Name, c.Platform, c.Until, clause, Needed(state, right?.Who, act.At), c.Register!, c.Subject, Platforms.Points(platform).Length, state.Roll.Members.Count));
    }

    /// <summary>The fewest of the alternatives that the right names (<c>any_of: [50 members, 1% of members]</c>).</summary>
    private static int Needed(State state, Who? who, DateTimeOffset at) => who switch
    {
        Together t => (int)Math.Max(1, Quantities.NeededOf(t.Number, Bases.Of(state, t.Number, null, at))),
        AnyOfWho any => any.Alternatives.Min(a => Needed(state, a, at)),
        AnyPerson => 1,
        _ => FewestMembers,
    };
}
