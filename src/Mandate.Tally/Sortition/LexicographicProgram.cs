using System.Numerics;

namespace Mandate.Tally.Sortition;

/// <summary>
/// A linear program in exact arithmetic: rows <c>a x &lt;= b</c> with <c>b >= 0</c> and <c>x >= 0</c>, several aims of which each is as large
/// as those before it allow. Columns can be added when it is solved. The tableau holds whole numbers over one common denominator, and every
/// pivot divides without rest (Edmonds 1967); rows that leave are chosen in lexicographic order, so it never turns in a circle (Dantzig,
/// Orden and Wolfe 1955).
/// </summary>
internal sealed class LexicographicProgram
{
    private readonly int rows;
    private readonly List<BigInteger[]> columns = []; // each: rows first, then one entry for each aim
    private readonly List<List<BigInteger>> aims = [];
    private readonly BigInteger[] right;
    private readonly int[] basis;
    private BigInteger denominator = BigInteger.One;

    public LexicographicProgram(IReadOnlyList<int> bounds)
    {
        rows = bounds.Count;
        right = [.. bounds.Select(b => new BigInteger(b))];
        basis = [.. Enumerable.Range(0, rows)];
        for (var i = 0; i < rows; i++)
        {
            var slack = new BigInteger[rows];
            slack[i] = BigInteger.One;
            columns.Add(slack);
        }
    }

    /// <summary>Pivots made so far.</summary>
    public int Pivots { get; private set; }

    /// <summary>Adds a variable with its coefficients in the rows; gives its number.</summary>
    public int Add(IReadOnlyList<int> coefficients)
    {
        var column = new BigInteger[rows];
        for (var k = 0; k < rows; k++)
            if (coefficients[k] != 0)
                for (var i = 0; i < rows; i++) column[i] += columns[k][i] * coefficients[k];
        columns.Add(column);
        foreach (var aim in aims)
        {
            var cost = BigInteger.Zero;
            for (var k = 0; k < rows; k++) cost += aim[k] * coefficients[k];
            aim.Add(cost);
        }
        return columns.Count - 1;
    }

    /// <summary>Adds the aim to make that variable, which is zero now, as large as the aims before allow.</summary>
    public void Aim(int variable)
    {
        aims.Add([.. Enumerable.Repeat(BigInteger.Zero, columns.Count)]);
        aims[^1][variable] = -denominator;
    }

    /// <summary>Price of a row for an aim, times the common denominator.</summary>
    public BigInteger Price(int aim, int row) => aims[aim][row];

    public Fraction ValueOf(int variable)
    {
        var row = Array.IndexOf(basis, variable);
        return row < 0 ? Fraction.Zero : new(right[row], denominator);
    }

    /// <summary>Pivots until no column helps the last aim without harm to those before, or the pivots are used up.</summary>
    /// <returns>Whether it is the best.</returns>
    public bool Solve(int mostPivots)
    {
        var last = aims[^1];
        while (true)
        {
            var enters = -1;
            for (var j = 0; j < columns.Count; j++)
                if (last[j].Sign < 0 && (enters < 0 || last[j] < last[enters]) && aims.Take(aims.Count - 1).All(a => a[j].IsZero)) enters = j;
            if (enters < 0) return true;
            if (Pivots >= mostPivots) return false;
            Pivot(Leaves(enters), enters);
        }
    }

    private int Leaves(int enters)
    {
        var column = columns[enters];
        var row = -1;
        for (var i = 0; i < rows; i++)
            if (column[i].Sign > 0 && (row < 0 || Before(i, row, column))) row = i;
        return row >= 0 ? row : throw new InvalidOperationException("The program has no bound.");
    }

    private bool Before(int a, int b, BigInteger[] column)
    {
        var compared = (right[a] * column[b]).CompareTo(right[b] * column[a]);
        for (var k = 0; compared == 0 && k < rows; k++) compared = (columns[k][a] * column[b]).CompareTo(columns[k][b] * column[a]);
        return compared < 0;
    }

    private void Pivot(int row, int enters)
    {
        Pivots++;
        var pivot = columns[enters][row];
        var entering = (BigInteger[])columns[enters].Clone();
        var costs = aims.Select(a => a[enters]).ToArray();
        foreach (var column in columns)
        {
            var through = column[row];
            for (var i = 0; i < rows; i++)
                if (i != row && (!column[i].IsZero || !through.IsZero && !entering[i].IsZero)) column[i] = (column[i] * pivot - entering[i] * through) / denominator;
        }
        for (var a = 0; a < aims.Count; a++)
            for (var j = 0; j < columns.Count; j++)
                if (!aims[a][j].IsZero || !costs[a].IsZero && !columns[j][row].IsZero) aims[a][j] = (aims[a][j] * pivot - costs[a] * columns[j][row]) / denominator;
        for (var i = 0; i < rows; i++)
            if (i != row) right[i] = (right[i] * pivot - entering[i] * right[row]) / denominator;
        denominator = pivot;
        basis[row] = enters;
    }
}
