namespace Mandate.Node.Stores;

/// <summary>The tables of one organisation's <c>log.db</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>Kept in <c>user_version</c>; a newer file is refused.</summary>
    public const int Version = 1;

    /// <summary>The triggers are a seat belt against our own mistakes; they prove nothing to others, the hashes do.</summary>
    public const string Text = """
        CREATE TABLE entry(
          idx  INTEGER PRIMARY KEY,
          id   TEXT NOT NULL UNIQUE,
          leaf BLOB NOT NULL CHECK (length(leaf) = 32),
          body BLOB NOT NULL CHECK (length(body) BETWEEN 1 AND 65535)
        ) STRICT;
        CREATE TABLE tile(path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE blob(sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT;
        CREATE TABLE head(one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, root BLOB NOT NULL) STRICT;
        CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
        CREATE TRIGGER entry_is_next BEFORE INSERT ON entry WHEN NEW.idx <> (SELECT COALESCE(MAX(idx) + 1, 0) FROM entry)
          BEGIN SELECT RAISE(ABORT, 'entries have no gaps'); END;
        CREATE TRIGGER tile_is_never_changed BEFORE UPDATE ON tile BEGIN SELECT RAISE(ABORT, 'tiles are never changed'); END;
        CREATE TRIGGER tile_is_never_removed BEFORE DELETE ON tile BEGIN SELECT RAISE(ABORT, 'tiles are never removed'); END;
        CREATE TRIGGER blob_is_never_changed BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are never changed'); END;
        """;
}
