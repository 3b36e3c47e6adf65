namespace Mandate.Ledger;

/// <summary>
/// Gives the bytes of a tile or entry bundle, or null where there is none. Asked for a partial tile, it may not give the full one
/// instead: the caller falls back by itself.
/// </summary>
public delegate byte[]? TileReader(TilePath path);
