namespace Mandate.Tally.Budgets;

/// <summary>An amount of money as a file writes it: digits, with decimals after a point or a comma.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct PabulibAmount(long Digits, int Decimals)
{
    private const int MostDecimals = 4;

    public static bool TryParse(ReadOnlySpan<char> text, out PabulibAmount amount)
    {
        amount = default;
        long digits = 0;
        int? point = null;
        if (text.IsEmpty || text.Length > 20) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or ',')
            {
                if (point is not null || i == 0 || i == text.Length - 1) return false;
                point = i;
            }
            else if (text[i] is >= '0' and <= '9' && digits <= BudgetPapersBuilder.Most) digits = digits * 10 + (text[i] - '0');
            else return false;
        }
        var decimals = point is { } at ? text.Length - at - 1 : 0;
        for (; decimals > 0 && digits % 10 == 0; decimals--) digits /= 10;
        amount = new(digits, decimals);
        return decimals <= MostDecimals;
    }

    /// <summary>This in units of 10 to minus that many decimals.</summary>
    public bool TryScale(int decimals, out long scaled)
    {
        scaled = Digits;
        for (var i = Decimals; i < decimals && scaled <= BudgetPapersBuilder.Most; i++) scaled *= 10;
        return scaled <= BudgetPapersBuilder.Most;
    }
}
