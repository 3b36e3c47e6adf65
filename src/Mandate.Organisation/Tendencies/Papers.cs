using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>A tendency's own paper with its own editors, which nobody looks at first (S087), and the account of its money (S089).</summary>
internal static class Papers
{
    /// <summary>What somebody offers to edit.</summary>
    public const string Paper = "paper";

    public static Decision Name(State state, Act act, NameEditor c) =>
        (Serving.Speaker(state, act, c.Tendency, out var tendency) ?? Serving.Willing(tendency, Paper, c.Person)) is { } not ? not
        : tendency.Editors.Contains(c.Person) ? ProtocolRefusals.Taken("editor", c.Person)
        : Decision.Accept(tendency.Clause, new EditorNamed(tendency.Id, c.Person));

    public static Decision Publish(State state, Act act, PublishPaper c)
    {
        if (Serving.Standing(state, act, c.Tendency, out var tendency) is { } not) return not;
        if (act.By != tendency.Speaker && !tendency.Editors.Contains(act.By)) return ProtocolRefusals.NotYours(tendency.Clause, "editor", act.By);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (tendency.Papers.Any(p => p.Id == c.Id)) return ProtocolRefusals.Taken("issue", c.Id);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(tendency.Clause, new PaperPublished(c.Id, tendency.Id, c.Title, c.Text));
    }

    /// <summary>Also after it has ended: money is left then too.</summary>
    public static Decision Account(State state, Act act, AccountForMoney c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        if (act.By != tendency.Speaker) return ProtocolRefusals.NotYours(tendency.Clause, "speaker", act.By);
        if (c.Until > act.Day) return ProtocolRefusals.Malformed("until", "a day that is not to come", c.Until);
        if (tendency.Accounts is [.., var last] && c.Until <= last.Until) return TendenciesRefusals.AccountedAlready(tendency.Clause, last.Until);
        if (c.Currency.Length != 3 || !c.Currency.All(char.IsAsciiLetterUpper)) return ProtocolRefusals.Malformed("currency", "three capital letters, such as EUR", c.Currency);
        if (c.Received < 0 || c.Spent < 0) return ProtocolRefusals.Malformed("received", "amounts from 0", Math.Min(c.Received, c.Spent));
        return act.Blobs.Text(c.Statement) is null ? ProtocolRefusals.BlobMissing(c.Statement)
            : Decision.Accept(tendency.Clause, new MoneyAccounted(tendency.Id, c.Until, c.Currency, c.Received, c.Spent, c.Statement));
    }
}
