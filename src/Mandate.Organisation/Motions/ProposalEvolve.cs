using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>What is proposed for amendments, and lists that are voted on together.</summary>
internal static class ProposalEvolve
{
    public static Motion Evolve(this Motion m, MotionEvent happened, Occasion occasion) => happened switch
    {
        ProcedureProposed e => m with { Amendments = MotionsEvolve.Change(m.Amendments, e.Amendment, a => a with { Proposals = a.Proposals.Add(Proposed(a, e, occasion)) }) },
        ProposalAnswered e => m with { Amendments = MotionsEvolve.Change(m.Amendments, e.Amendment, a => Answered(a, e, occasion)) },
        SeparateVoteDemanded e => m with
        {
            Amendments = MotionsEvolve.Change(m.Amendments, e.Amendment, a => a with { Separate = e.Person }),
            Blocs = [.. m.Blocs.Select(b => b.Stage == MotionStage.Filed && b.Items.Any(i => i.Amendment == e.Amendment) ? b with { Stage = MotionStage.NotTaken } : b)],
        },
        BlocFormed e => m with { Blocs = Formed(m, e) },
        BlocDecided e when e.Carried => Carried(m, e, occasion),
        BlocDecided e => Lost(m, e, occasion),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static ProcedureProposal Proposed(Amendment a, ProcedureProposed e, Occasion occasion) => new(
        a.Proposals.Length + 1, e.Procedure, e.Texts.IsEmpty ? null : e.Texts, e.To, e.SettledBy, e.ReferTo, e.Reason, occasion.At, occasion.By);

    private static Amendment Answered(Amendment a, ProposalAnswered e, Occasion occasion)
    {
        var proposal = a.Proposals[e.Version - 1];
        var answered = a with { Proposals = a.Proposals.SetItem(e.Version - 1, proposal with { Answer = new(e.Accepted, e.Reason, occasion.At, occasion.By) }) };
        return e.Accepted && proposal.Texts is { } texts ? answered.With(texts, occasion.At, occasion.By) with { To = proposal.To } : answered;
    }

    private static ImmutableArray<Bloc> Formed(Motion m, BlocFormed e)
    {
        var earlier = m.Blocs.FirstOrDefault(b => b.Id == e.Bloc);
        var formed = new Bloc(e.Bloc, m.Id, e.To, [.. BlocRules.Items(m).Where(i => !e.LeftOut.Contains(i.Amendment, StringComparer.Ordinal))], e.Texts, (earlier?.Version ?? 0) + 1, MotionStage.Filed, null);
        return earlier is null ? m.Blocs.Add(formed) : m.Blocs.Replace(earlier, formed);
    }

    private static Motion Carried(Motion m, BlocDecided e, Occasion occasion)
    {
        var bloc = m.Blocs.First(b => b.Id == e.Bloc);
        var items = bloc.Items.ToDictionary(i => i.Amendment, StringComparer.Ordinal);
        var decided = Marked(m, bloc, MotionStage.Adopted, e.Vote) with
        {
            Amendments = MotionsEvolve.Fall([.. m.Amendments.Select(a => !items.TryGetValue(a.Id, out var item) ? a : item.Procedure switch
            {
                ProposedProcedure.Adopt => a with { Stage = MotionStage.Adopted, Vote = e.Vote },
                ProposedProcedure.Reject => a with { Stage = MotionStage.Rejected, Vote = e.Vote },
                ProposedProcedure.Refer => a with { Stage = MotionStage.Referred, Vote = e.Vote, ReferredTo = item.ReferTo },
                _ => a with { Stage = MotionStage.NotTaken, Vote = e.Vote },
            })]),
        };
        return bloc.Texts.IsEmpty || bloc.Stage == MotionStage.Adopted ? decided : WithText(decided, m.Current.Texts.SetItems(bloc.Texts), occasion);
    }

    /// <summary>Each is voted on by itself. Where an earlier vote on the list had carried it, what that did is taken back.</summary>
    private static Motion Lost(Motion m, BlocDecided e, Occasion occasion)
    {
        var bloc = m.Blocs.First(b => b.Id == e.Bloc);
        var those = bloc.Items.Select(i => i.Amendment).ToHashSet(StringComparer.Ordinal);
        var lost = Marked(m, bloc, MotionStage.Rejected, e.Vote) with
        {
            Amendments = [.. m.Amendments.Select(a => those.Contains(a.Id) ? a with { Stage = MotionStage.Filed, Vote = null, ReferredTo = null, Separate = e.Vote } : a)],
        };
        if (bloc.Stage != MotionStage.Adopted || bloc.Texts.IsEmpty) return lost;
        var before = WithText(lost, m.Versions[bloc.To - 1].Texts, occasion);
        return before with { Amendments = [.. before.Amendments.Select(a => a is { IsOpen: true, Of: null } && a.To == bloc.To ? a with { To = before.Current.Number } : a)] };
    }

    private static Motion Marked(Motion m, Bloc bloc, MotionStage stage, string vote) => m with { Blocs = m.Blocs.Replace(bloc, bloc with { Stage = stage, Vote = vote }) };

    private static Motion WithText(Motion m, ImmutableSortedDictionary<string, string> texts, Occasion occasion) =>
        m with { Versions = m.Versions.Add(new TextVersion(m.Current.Number + 1, texts, occasion.At, occasion.By)) };
}
