namespace Mandate.Ledger;

/// <summary>
/// Gives the root of the complete subtree of 2^level leaves that begins at leaf index * 2^level. Asked only for subtrees that lie
/// within the tree. Throws <see cref="InvalidDataException"/> where the store does not have it.
/// </summary>
public delegate Hash NodeReader(int level, ulong index);
