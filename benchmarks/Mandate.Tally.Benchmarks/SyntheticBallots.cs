using System.Globalization;
using System.Text;

namespace Mandate.Tally.Benchmarks;

/// <summary>
/// Made ballots that anybody can make again: blocs of voters with their own preferences, xorshift64 from a fixed start.
/// docs/benchmarks/tally.md has the recipe.
/// </summary>
internal sealed class SyntheticBallots(int candidates = 20, int seats = 6, double complete = 0.10, int blocs = 8)
{
    private ulong state = 0x9E3779B97F4A7C15;

    public void Write(string path, int ballots)
    {
        var weights = new double[blocs, candidates];
        for (var b = 0; b < blocs; b++)
            for (var c = 0; c < candidates; c++) weights[b, c] = Math.Exp(3 * Uniform());
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.NewLine = "\n";
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidates} {seats}"));
        var line = new StringBuilder();
        var used = new bool[candidates];
        for (var i = 0; i < ballots; i++)
        {
            var bloc = (int)(Next() % (ulong)blocs);
            var length = candidates;
            if (Uniform() >= complete)
            {
                length = 1;
                while (length < candidates && Uniform() < 0.75) length++;
            }
            Array.Clear(used);
            line.Clear().Append('1');
            for (var k = 0; k < length; k++)
            {
                var chosen = Draw(weights, bloc, used);
                used[chosen] = true;
                line.Append(' ').Append(chosen + 1);
            }
            file.WriteLine(line.Append(" 0"));
        }
        file.WriteLine("0");
        for (var c = 1; c <= candidates; c++) file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"Candidate {c}\""));
        file.WriteLine("\"Made ballots\"");
    }

    private int Draw(double[,] weights, int bloc, bool[] used)
    {
        double remaining = 0;
        for (var c = 0; c < candidates; c++)
            if (!used[c]) remaining += weights[bloc, c];
        var x = Uniform() * remaining;
        var last = -1;
        for (var c = 0; c < candidates; c++)
        {
            if (used[c]) continue;
            last = c;
            x -= weights[bloc, c];
            if (x < 0) return c;
        }
        return last;
    }

    private double Uniform() => (Next() >> 11) / (double)(1UL << 53);

    private ulong Next()
    {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }
}
