using System.Text;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Tests;

/// <summary>
/// As an outside judge would: archives made by others, changed in one place with everything else made to fit, are refused at the stage of
/// what was changed. A sample here; MANDATE_REPEAT sets more of each.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class MutationTests
{
    private static int Sample => 6 * (int.TryParse(Environment.GetEnvironmentVariable("MANDATE_REPEAT"), out var n) ? n : 1);

    [Fact]
    public void A_record_changed_in_one_place_is_refused_at_its_stage()
    {
        var random = new Random(21);
        var wrong = new List<string>();
        foreach (var (name, archive) in Archives())
        {
            foreach (var place in archive.Events.SelectMany((e, i) => e.Records.Select((r, j) => (e.Kind, Event: i, Record: j, r.Bytes))).GroupBy(p => (p.Kind, p.Record)))
            {
                var choices = place.Take(3).SelectMany(p => Mutations.Of(Encoding.UTF8.GetString(p.Bytes)).Select(m => (p.Event, p.Record, m.What, m.Text, Was: Encoding.UTF8.GetString(p.Bytes)))).Where(c => c.Text != c.Was).ToArray();
                foreach (var c in random.GetItems(choices, Math.Min(Sample, choices.Length)))
                {
                    // In version 1 nobody signs a shuffle: that it is another trustee's, who has made none, cannot be seen in the archive.
                    if (archive.Events[0].Version == 1 && place.Key == (EventKind.Shuffle, 1) && c.What == "one more") continue;
                    var report = Verify(Mutations.Archive(archive, c.Event, c.Record, c.Text));
                    if (report.Ok || !Stages(place.Key.Kind).Contains(report.FirstFault!.Stage) && !Unlinks(c.What, report.FirstFault)) wrong.Add($"{name}, {place.Key.Kind} record {c.Record + 1}, {c.What}: {report.FirstFault?.ToString() ?? "accepted"}");
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Events_left_out_doubled_or_in_another_order_are_refused()
    {
        var wrong = new List<string>();
        foreach (var (name, archive) in Archives())
        {
            var events = archive.Events.Select(e => (e.Kind, e.Records)).ToList();
            void Refused(string what, IEnumerable<(EventKind, IReadOnlyList<DataRecord>)> changed)
            {
                if (Verify(Mutations.Archive(archive.Timestamp, changed, archive.Events[0].Version)) is { Ok: true, IsComplete: true }) wrong.Add($"{name}: {what}");
            }
            var ballots = events.Count(e => e.Kind == EventKind.Ballot);
            for (var i = 0; i < events.Count; i++)
            {
                // The first, the second and the last ballot stand for all.
                if (i > 2 && i < ballots) continue;
                // Of ballots only the heads that are anchored elsewhere tell that a replaced one is missing, or that two were exchanged.
                if (events[i].Kind != EventKind.Ballot) Refused($"event {i} left out", [.. events[..i], .. events[(i + 1)..]]);
                Refused($"event {i} twice", [.. events[..(i + 1)], .. events[i..]]);
                if (i + 1 < events.Count && events[i].Kind != events[i + 1].Kind) Refused($"events {i} and {i + 1} exchanged", [.. events[..i], events[i + 1], events[i], .. events[(i + 2)..]]);
            }
            foreach (var kind in new[] { EventKind.EndBallots, EventKind.EndShuffles }) Refused($"{kind} at the end", [.. events, (kind, [])]);
            Refused("a ballot at the end", [.. events, events.First(e => e.Kind == EventKind.Ballot)]);
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_byte_of_a_header_is_as_it_must_be()
    {
        var (_, archive) = Archives().First();
        var bytes = Mutations.Archive(archive.Timestamp, archive.Events.Select(e => (e.Kind, e.Records)));
        var second = bytes.AsSpan(512).IndexOf(".data.json"u8) + 512 - 64;
        foreach (var header in new[] { 0, second })
        {
            for (var at = 0; at < 512; at++)
            {
                var changed = (byte[])bytes.Clone();
                changed[header + at]++;
                Assert.Equal(VerificationStage.Archive, Verify(changed).FirstFault?.Stage);
            }
        }
        // Blocks of zeros at the end, as other programs write them, are not part of an archive.
        Assert.Equal(VerificationStage.Archive, Verify([.. bytes, .. new byte[1024]]).FirstFault?.Stage);
        for (var cut = 1; cut < 1024; cut += 97) Assert.Equal(VerificationStage.Archive, Verify(bytes[..^cut]).FirstFault?.Stage);
    }

    private static IEnumerable<(string Name, Archive Archive)> Archives()
    {
        var folder = ConformanceData.Folder("belenios");
        foreach (var file in Directory.GetDirectories(folder, "v*").SelectMany(v => Directory.GetFiles(v, "*.bel", SearchOption.AllDirectories)).Where(f => !f.Contains("voting-phase", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            var archive = ArchiveReader.Read(stream);
            // The finite-field groups are slow and have another text form.
            if (Encoding.UTF8.GetString(archive.Events[0].Records[0].Bytes).Contains("\"Ed25519\"", StringComparison.Ordinal)) yield return (Path.GetFileName(file), archive);
        }
    }

    /// <summary>A record that names another than the one before it is a fault of the archive itself.</summary>
    private static bool Unlinks(string what, ArchiveCheck fault) => fault.Stage == VerificationStage.Archive && (fault.Text.Contains("it refers to", StringComparison.Ordinal) || fault.Text.Contains("in this order", StringComparison.Ordinal)) && !what.Contains("field", StringComparison.Ordinal);

    private static VerificationStage[] Stages(EventKind kind) => kind switch
    {
        // What is voted on and by whom is bound by every ballot: another election is found out there at the latest, and by the tally where weights differ.
        EventKind.Setup => [VerificationStage.Setup, VerificationStage.Ballot, VerificationStage.Tally],
        EventKind.Ballot => [VerificationStage.Ballot],
        EventKind.EncryptedTally => [VerificationStage.Tally],
        EventKind.Shuffle => [VerificationStage.Shuffle],
        EventKind.PartialDecryption => [VerificationStage.Decryption],
        EventKind.Result => [VerificationStage.Result],
        _ => [VerificationStage.Grammar],
    };

    private static ArchiveReport Verify(byte[] archive) => ArchiveVerifier.Verify(new MemoryStream(archive), new() { ForEach = (n, one) => Parallel.For(0, n, one) });
}
