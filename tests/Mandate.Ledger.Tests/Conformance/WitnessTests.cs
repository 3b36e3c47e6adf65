using System.Text;
using System.Text.Json;

namespace Mandate.Ledger.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class WitnessTests
{
    private const ulong Now = 1_800_000_000;

    [Fact]
    public void The_witness_answers_each_request_as_the_text_demands()
    {
        var data = TlogData.Json("witness/steps.json");
        var logs = data.GetProperty("known_logs").EnumerateArray()
            .GroupBy(l => l.Text("origin"), l => Key(l.Text("vkey")))
            .Select(g => new WitnessedLog(g.Key, [.. g]));
        var signer = NoteSigner.Ed25519Cosignature("witness.example/ours", Ed25519.PrivateKey.FromSeed(new byte[32]));
        var witness = new WitnessProtocol([signer], logs);
        var state = WitnessState.Empty;
        var now = Now;
        TlogData.All(data.GetProperty("steps").EnumerateArray().OrderBy(s => s.Number("step")), step =>
        {
            now++;
            var body = step.Optional("body_file") is { } file ? TlogData.Bytes(file) : [];
            var answer = witness.Answer(step.Text("method"), step.Text("path"), body, state, now);
            if (answer.Update is { } update) state = state.With(update) ?? throw new InvalidOperationException("an update that does not follow");
            if (answer.Status != (int)step.Number("expected_status")) return $"status {answer.Status}: {answer.Body}";
            if (step.Optional("expected_body") is { } text && answer.Body != text) return $"body {answer.Body}";
            if (step.Optional("expected_content_type") is { } type && answer.ContentType != type) return $"content type {answer.ContentType}";
            if (answer.Status != 200) return null;
            if (step.Text("method") == "GET") return IsLatest(answer, step, signer.Key) ? null : "not the latest cosigned checkpoint";
            if (step.Optional("cosigned_text") is not { } cosigned) return null;
            var response = AddCheckpointResponse.Read(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body), cosigned, [signer.Key]);
            return response is AddCheckpointResponse.Cosigned { Signatures: [var one] } && Cosignature.TryReadTimestamp(one.Signature.AsSpan(), out var at) && at == now
                ? null
                : $"{response}";
        });
    }

    private static bool IsLatest(WitnessAnswer answer, JsonElement step, VerifierKey witness) =>
        SignedNote.TryParse(Encoding.UTF8.GetBytes(answer.Body), out var note, out _) && note.TryOpen([witness], out _, out _)
        && note.Signatures.Length > 1 && Checkpoint.TryParse(note.Text, out var checkpoint, out _)
        && (!step.TryGetProperty("cosigned_size", out _) || checkpoint.Size == step.Number("cosigned_size"))
        && (step.Optional("cosigned_text") is not { } text || note.Text == text);

    [Fact]
    public void A_recorded_witness_is_understood_as_a_log_would()
    {
        var transcript = TlogData.Json("witness/transcript.json");
        var witness = Key(transcript.Text("witness_vkey"));
        var steps = TlogData.Json("witness/steps.json").GetProperty("steps").EnumerateArray().ToDictionary(s => s.Number("step"));
        TlogData.All(transcript.GetProperty("responses").EnumerateArray(), r =>
        {
            var step = steps[r.Number("step")];
            if (step.Text("method") != "POST") return null;
            var status = (int)r.Number("status");
            var text = AddCheckpointRequest.TryParse(TlogData.Bytes(step.Text("body_file")), out var request, out _) ? request.Checkpoint.ToString() : "";
            var response = AddCheckpointResponse.Read(status, r.Optional("content_type"), Encoding.UTF8.GetBytes(r.Text("body")), text, [witness]);
            return (status, response) switch
            {
                // A request that we refuse to read has no checkpoint to check the recorded signature against.
                (200, AddCheckpointResponse.Malformed) when text.Length == 0 => null,
                (200, AddCheckpointResponse.Cosigned) => null,
                (409, AddCheckpointResponse.Conflict conflict) when $"{conflict.Size}\n" == r.Text("body") => null,
                (not (200 or 409), AddCheckpointResponse.Refused refused) when refused.Status == status => null,
                _ => $"{status} is understood as {response}",
            };
        });
    }

    private static VerifierKey Key(string text) => VerifierKey.TryParse(text, out var key, out var fault) ? key : throw new InvalidDataException(fault);
}
