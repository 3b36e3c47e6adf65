using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>A cell of figures: a word, a number that stands to the right, or a word that leads to a page of the organisation.</summary>
/// <param name="Page">Below the organisation's address; null where it leads nowhere.</param>
public sealed record Cell(string Text, bool Number = false, string? Page = null)
{
    public static Cell Of(Visit v, long number) => new(v.Words.Number(number), Number: true);

    public static implicit operator Cell(string text) => new(text);
}

/// <summary>Figures of a register, computed from the state, above its rows. The first cell of a row names it.</summary>
/// <param name="Note">What is to be known of them; null where nothing is.</param>
public sealed record FigureTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, string? Note = null);
