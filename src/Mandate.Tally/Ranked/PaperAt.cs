using System.Runtime.InteropServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// A line of papers in a pile, by the place of the mark that counts among all marks of the box (<see cref="Ballots.AllCells"/>). A pile that moves is read in
/// order, and each paper costs one look into the box and none into the table of lines.
/// </summary>
/// <param name="Mark">The place of the mark that counts.</param>
/// <param name="Rest">Where every line is one paper, the number of marks from this one on; else the number of the line, which says the weight and where it ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PaperAt(int Mark, int Rest);
