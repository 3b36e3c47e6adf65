using System.Runtime.CompilerServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers with equal ranks that are counted by <see cref="MeekEqualRanks.Descent"/>. What a paper gives depends on its ranks down to the first that has
/// hopeful candidates only, without the excluded; papers that agree in this are counted once, and those that nothing but an election or an
/// exclusion can change are not counted again.
/// </summary>
internal sealed class MeekDescent(IReadOnlyList<(long Papers, int[][] Ranks)> papers, MeekSplit split, MeekStatus[] status)
{
    /// <summary>Form by form and rank by rank: how many stand there, and who.</summary>
    private readonly List<char> moving = [];
    private readonly List<(int From, int To, long Papers)> forms = [];
    private readonly Int128[] settled = new Int128[status.Length];
    private readonly long[] given = new long[status.Length];
    private char[] ranks = [];

    /// <summary>Brings together what agrees now.</summary>
    public void Arrange()
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (number, marked) in papers)
        {
            moving.Clear();
            Form(marked);
            var form = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(moving);
            lookup[form] = lookup.TryGetValue(form, out var others) ? others + number : number;
        }
        moving.Clear();
        forms.Clear();
        Array.Clear(settled);
        char[] elected = [.. Enumerable.Range(0, status.Length).Where(c => status[c] == MeekStatus.Elected).Select(c => (char)c)];
        foreach (var (form, number) in known)
        {
            if (IsSettled(form, elected)) Settle(form, number);
            else
            {
                forms.Add((moving.Count, moving.Count + form.Length, number));
                moving.AddRange(form);
            }
        }
        ranks = [.. moving];
    }

    public void Count(long[] keep, Int128[] votes)
    {
        for (var c = 0; c < votes.Length; c++) votes[c] += settled[c];
        foreach (var (from, to, number) in forms)
        {
            Descend(from, to, MeekSplit.Unit, keep);
            // A paper gives little above one vote in all, whatever rounding does: what it gave is multiplied once.
            for (var at = from; at < to;)
                for (var standing = ranks[at++]; standing > 0; standing--, at++)
                {
                    ref var one = ref given[ranks[at]];
                    votes[ranks[at]] += (Int128)one * number;
                    one = 0;
                }
        }
    }

    /// <summary>The ranks that decide what a paper gives. A rank of excluded candidates only ends it.</summary>
    private void Form(int[][] marked)
    {
        foreach (var rank in marked)
        {
            var head = moving.Count;
            moving.Add('\0');
            var elected = false;
            foreach (var candidate in rank)
            {
                if (status[candidate] == MeekStatus.Out) continue;
                moving.Add((char)candidate);
                elected |= status[candidate] == MeekStatus.Elected;
            }
            moving[head] = (char)(moving.Count - head - 1);
            if (moving[head] == 0) moving.RemoveAt(head);
            if (!elected) return;
        }
    }

    /// <summary>Whether nobody in its ranks passes anything on.</summary>
    private static bool IsSettled(string form, char[] elected) => form.Length == 0 || (form.Length == form[0] + 1 && form.AsSpan(1).IndexOfAny(elected) < 0);

    private void Settle(string form, long number)
    {
        for (var i = 1; i < form.Length; i++) settled[form[i]] += (Int128)(MeekSplit.Unit / form[0]) * number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Descend(int at, int end, long weight, long[] keep)
    {
        while (at < end)
        {
            var standing = ranks[at++];
            if (standing == 1)
            {
                // One alone divides nothing, and what he passes on goes on here.
                var only = ranks[at++];
                (var kept, weight) = split.Of(weight, keep[only]);
                given[only] += kept;
                if (weight == 0) return;
                continue;
            }
            weight /= standing;
            var next = at + standing;
            for (; at < next; at++)
            {
                var (kept, rest) = split.Of(weight, keep[ranks[at]]);
                given[ranks[at]] += kept;
                if (rest > 0) Descend(next, end, rest, keep);
            }
            return;
        }
    }
}
