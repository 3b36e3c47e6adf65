namespace Mandate.Ledger;

/// <summary>The rule for key names (c2sp.org/signed-note@v1.0.0): not empty, no Unicode space, no plus.</summary>
internal static class KeyName
{
    public static bool IsValid(string name)
    {
        if (name.Length == 0) return false;
        foreach (var c in name)
            if (c == '+' || c < 0x20 || char.IsWhiteSpace(c)) return false;
        return true;
    }
}
