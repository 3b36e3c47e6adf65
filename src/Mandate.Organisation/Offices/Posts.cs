using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>Paid posts: proposed and filled by those whom the power to hire names, within its limits.</summary>
internal static class Posts
{
    public static Decision Propose(State state, Act act, ProposePost c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Proposals.ContainsKey(c.Id) || state.Offices.Employments.ContainsKey(c.Id)) return ProtocolRefusals.Taken("post", c.Id);
        if (state.Roll.Member(c.Person) is null) return ProtocolRefusals.Unknown("person", c.Person);
        if (Power(state, act) is not { } power) return OfficesRefusals.NobodyHires(c.Tag);
        if (!state.Statutes.At(act.At).Tags.Contains(c.Tag)) return ProtocolRefusals.Unknown("tag", c.Tag);
        if (c.From < act.Day) return ProtocolRefusals.Malformed("from", "today or later", c.From);
        var proposers = power.OnProposalOf.IsEmpty && power.Holder is NamedHolder named ? [named.Name] : power.OnProposalOf;
        var refusals = proposers.Select(p => power.OnProposalOf.IsEmpty ? Authority.Serves(state, act, p, power.Clause.Path) : Authority.Decides(state, act, p, power.Clause.Path)).ToList();
        if (refusals.TrueForAll(r => r is not null)) return refusals.FirstOrDefault() ?? ProtocolRefusals.NotYours(power.Clause.Path, "", act.By);
        if (Limit(state, act, power, c.Person, c.Tag) is { } limit) return limit;
        return Decision.Accept(power.Clause.Path, new Proposed(new Proposal(c.Id, c.Person, null, c.Tag, c.Post, c.From, act.InNameOf ?? act.By, act.At, [], Carried: false)));
    }

    public static Decision Begin(State state, Act act, BeginPost c)
    {
        if (!state.Offices.Proposals.TryGetValue(c.Id, out var p) || p.Tag is null || p.Post is null) return ProtocolRefusals.Unknown("proposal", c.Id);
        if (p.Carried) return OfficesRefusals.AlreadyDone(c.Id);
        if (OwnCase.Of(state, act.By, c) is { } own) return own;
        if (Power(state, act) is not { Holder: NamedHolder holder } power) return OfficesRefusals.NobodyHires(p.Tag);
        if (Authority.Decides(state, act, holder.Name, power.Clause.Path) is { } notYours) return notYours;
        if (Limit(state, act, power, p.Person, p.Tag) is { } limit) return limit;
        var from = p.From is { } day && day > act.Day ? day : act.Day;
        // A seat whose conditions the post breaks is lost with it, and not before the post begins (S148).
        var lost = Qualification.Loses(state, p.Person, p.Tag, act.At);
        if (lost.Length > 0 && from > act.Day) return OfficesRefusals.NotEligible(lost[0].Unmet, p.Person) with { Earliest = Calendar.Start(from), Way = "resign-first" };
        return Decision.Accept(power.Clause.Path, [new ProposalCarried(c.Id), new PostBegan(c.Id, p.Person, p.Tag, p.Post, from, act.InNameOf ?? act.By), .. lost.Select(l => new TenureEnded(l.Tenure.Id, "condition-ended"))]);
    }

    public static Decision End(State state, Act act, EndPost c)
    {
        if (!state.Offices.Employments.TryGetValue(c.Id, out var post)) return ProtocolRefusals.Unknown("post", c.Id);
        if (post.Until is { } until && until < act.Day) return OfficesRefusals.AlreadyDone(c.Id);
        if (c.Until < act.Day) return ProtocolRefusals.Malformed("until", "today or later", c.Until);
        if (post.Person == act.By) return Decision.Accept("", new PostEnded(c.Id, c.Until));
        if (Power(state, act) is not { Holder: NamedHolder holder } power) return OfficesRefusals.NobodyHires(post.Tag);
        return Authority.Decides(state, act, holder.Name, power.Clause.Path) is { } notYours ? notYours : Decision.Accept(power.Clause.Path, new PostEnded(c.Id, c.Until));
    }

    /// <summary>The power to appoint staff: its object is a class of persons and no place of the constitution.</summary>
    private static Power? Power(State state, Act act) => state.Statutes.At(act.At).Powers
        .FirstOrDefault(p => p.Verb == Verb.Appoint && p.Object.Any(o => o.Kind is RefKind.Class or RefKind.Tag));

    private static Refusal? Limit(State state, Act act, Power power, string person, string tag)
    {
        var rules = state.Statutes.At(act.At);
        var held = Places.NamesHeld(state, rules, person, act.At)
            .Concat(state.Offices.HeldBy(person, act.At).Select(t => t.Seat.Group ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in power.Limits)
            if (limit.StartsWith("not ", StringComparison.Ordinal) && held.Contains(limit[4..])) return OfficesRefusals.Limit(power.Clause.Path + ".limits", limit, person);
        if (Qualification.Conflict(state, person, tag, act.At) is { } conflict) return OfficesRefusals.Incompatible(conflict, person, tag);
        return Caps.Broken(state, rules, person, tag, null, null, act.At) is { } full ? OfficesRefusals.CapReached(full, person) : null;
    }
}
