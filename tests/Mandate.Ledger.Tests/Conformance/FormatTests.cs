using System.Text.Json;

namespace Mandate.Ledger.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class FormatTests
{
    [Fact]
    public void Tile_paths_are_formatted_and_read()
    {
        var data = TlogData.Json("tile-paths.json");
        TlogData.All(data.GetProperty("valid").EnumerateArray(), c =>
        {
            var level = c.GetProperty("level");
            var width = (int)c.Number("width");
            var path = level.ValueKind == JsonValueKind.String && level.GetString() == "entries"
                ? TilePath.Entries(c.Number("n"), width)
                : TilePath.Hashes((int)c.Number("level"), c.Number("n"), width);
            if (path.ToString() != c.Text("path")) return $"written as {path}";
            return TilePath.TryParse(c.Text("path"), out var read) && read == path ? null : "not read back";
        });
        TlogData.All(data.GetProperty("invalid").EnumerateArray(), c => TilePath.TryParse(c.Text("path"), out _) ? "accepted" : null);
    }

    [Fact]
    public void The_tiles_of_a_size_are_named()
    {
        TlogData.All(TlogData.Json("tile-paths.json").GetProperty("tiles_for_size").EnumerateArray(), c =>
        {
            var size = c.Number("size");
            var expected = c.GetProperty("partial_tiles").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal);
            if (!TilePath.PartialTiles(size).Select(p => p.ToString()).Order(StringComparer.Ordinal).SequenceEqual(expected)) return "other partial tiles";
            var full = c.GetProperty("full_tiles_per_level");
            for (var level = 0; level <= 63; level++)
            {
                var count = full.TryGetProperty(DecimalText.Format((ulong)level), out _) ? full.Number(DecimalText.Format((ulong)level)) : 0;
                if (TilePath.FullTiles(level, size) != count) return $"{TilePath.FullTiles(level, size)} full tiles at level {level}";
            }
            return null;
        });
    }

    [Fact]
    public void Keys_and_ids_follow_from_seed_and_name()
    {
        var unchecked_ = 0;
        TlogData.All(TlogData.Json("keys.json").EnumerateArray(), c =>
        {
            if (!VerifierKey.TryParse(c.Text("vkey"), out var read, out var fault)) return fault;
            if (read.ToString() != c.Text("vkey") || $"{read.KeyId:x8}" != c.Text("key_id_hex")) return "not written back the same";
            if (c.Text("alg") != "Ed25519")
            {
                unchecked_++;
                return null;
            }
            var key = Ed25519.PrivateKey.FromSeed(Convert.FromHexString(c.Text("private_seed_hex"))).PublicKey;
            if (key.ToString() != c.Text("public_key_hex")) return "another public key";
            var made = c.Number("signature_type") == 1 ? VerifierKey.Ed25519(c.Text("name"), key) : VerifierKey.Ed25519Cosignature(c.Text("name"), key);
            return made.Equals(read) ? null : $"{made} is derived";
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{unchecked_} ML-DSA keys: id and form checked, derivation from the seed not checked");
    }

    [Fact]
    public void Notes_are_opened_or_refused()
    {
        var data = TlogData.Json("notes.json");
        TlogData.All(data.GetProperty("cases").EnumerateArray(), c =>
        {
            var keys = c.GetProperty("known_vkeys").EnumerateArray()
                .Select(k => VerifierKey.TryParse(k.GetString(), out var key, out var bad) ? key : throw new InvalidDataException(bad)).ToList();
            OpenedNote? opened = null;
            var bytes = Convert.FromBase64String(c.Text("note_base64"));
            var accepted = SignedNote.TryParse(bytes, out var note, out var fault) && note.TryOpen(keys, out opened, out fault);
            if (TlogData.Verdict(c, accepted, fault) is { } wrong) return wrong;
            if (!accepted || c.Text("expect") != "accept") return null;
            if (opened!.Text != c.Text("text")) return "another text";
            if (!note!.ToBytes().AsSpan().SequenceEqual(bytes)) return "not written back the same";
            var names = c.GetProperty("verified_key_names").EnumerateArray().Select(n => n.GetString()!);
            return opened.Verified.Select(v => v.Key.Name).SequenceEqual(names) ? null : "other keys verified";
        });
        TlogData.All(data.GetProperty("vkeys").EnumerateArray(), c => TlogData.Verdict(c, VerifierKey.TryParse(c.Text("vkey"), out _, out var fault), fault));
    }

    [Fact]
    public void Checkpoints_are_read_or_refused()
    {
        TlogData.All(TlogData.Json("checkpoints.json").EnumerateArray(), c =>
        {
            var accepted = Checkpoint.TryParse(c.Text("text"), out var checkpoint, out var fault);
            if (TlogData.Verdict(c, accepted, fault) is { } wrong) return wrong;
            if (c.Text("expect") != "accept") return null;
            return checkpoint!.Origin == c.Text("origin") && checkpoint.Size == c.Number("size") && checkpoint.Root == c.Hash("root")
                && checkpoint.Extension == (c.Optional("extension") ?? "") && checkpoint.ToString() == c.Text("text") ? null : "other fields";
        });
    }

    [Fact]
    public void Ed25519_cosignatures_are_rebuilt_byte_by_byte_and_verified()
    {
        var seeds = TlogData.Json("keys.json").EnumerateArray().Where(k => k.Number("signature_type") == 4)
            .ToDictionary(k => k.Text("vkey"), k => Convert.FromHexString(k.Text("private_seed_hex")));
        Cosignatures(SignatureType.Ed25519Cosignature, (c, key, text, timestamp) =>
        {
            if (!seeds.TryGetValue(c.Text("vkey"), out var seed) || c.Text("expect") != "accept") return null;
            var signed = NoteSigner.Ed25519Cosignature(key.Name, Ed25519.PrivateKey.FromSeed(seed)).Cosign(text, timestamp);
            return signed.Line == c.Text("signature_line") ? null : "signed anew, another line";
        });
    }

    [Fact]
    public void MLDsa44_cosignatures_are_rebuilt_byte_by_byte_and_verified()
    {
        var notChecked = Cosignatures(SignatureType.MLDsa44Cosignature, (_, _, _, _) => null);
        Assert.SkipWhen(notChecked > 0, $"messages equal; {notChecked} ML-DSA-44 signatures not checked, the platform lacks the algorithm");
    }

    private static int Cosignatures(SignatureType type, Func<JsonElement, VerifierKey, string, ulong, string?> signAnew)
    {
        var notChecked = 0;
        TlogData.All(TlogData.Json("cosignatures.json").EnumerateArray(), c =>
        {
            if (!VerifierKey.TryParse(c.Text("vkey"), out var key, out var fault)) return fault;
            if (key.Type != type) return null;
            var text = c.Text("checkpoint_text");
            var timestamp = c.Number("timestamp");
            if (!Checkpoint.TryParse(text, out var checkpoint, out fault)) return fault;
            var message = type == SignatureType.MLDsa44Cosignature
                ? Cosignature.MLDsa44Message(key.Name, timestamp, checkpoint)
                : Cosignature.Ed25519Message(text, timestamp);
            if (c.Optional("signed_message_base64") is { } expected && Convert.ToBase64String(message) != expected) return "another message";
            if (!NoteSignature.TryParseLine(c.Text("signature_line").TrimEnd('\n'), out var line)) return "the line is not read";
            if (line.Line != c.Text("signature_line")) return "the line is not written back the same";
            if (c.Text("expect") == "accept" && (!Cosignature.TryReadTimestamp(line.Signature.AsSpan(), out var read) || read != timestamp)) return "another timestamp";
            if (signAnew(c, key, text, timestamp) is { } wrong) return wrong;
            var check = key.Check(text, line.Signature.AsSpan());
            if (check != SignatureCheck.NotChecked) return TlogData.Verdict(c, check == SignatureCheck.Holds, "the signature does not hold");
            notChecked++;
            return null;
        });
        return notChecked;
    }
}
