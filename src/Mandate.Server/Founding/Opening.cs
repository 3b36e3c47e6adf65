using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Constitutions.Reader;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;

namespace Mandate.Server.Founding;

/// <summary>A founder as named on the form.</summary>
/// <param name="Number">The register's own member number, by which a row of the roll is known to be the same person.</param>
public sealed record NamedFounder(string Name, string? Number)
{
    /// <summary>One founder a line: the name, and after a semicolon the member number where there is one.</summary>
    public static ImmutableArray<NamedFounder> Read(string? lines) =>
    [
        .. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split([';', '\t'], 2, StringSplitOptions.TrimEntries))
            .Where(p => p[0].Length > 0)
            .Select(p => new NamedFounder(p[0], p.Length > 1 && p[1].Length > 0 ? p[1] : null)),
    ];
}

/// <summary>Opens the founding of an organisation: folder, keys, log and its first entry.</summary>
public sealed class Opening(TimeProvider clock)
{
    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result() { }

        /// <param name="Founders">Ids of the founders, in the order in which they were named.</param>
        public sealed record Opened(string Slug, ImmutableArray<string> Founders) : Result;

        /// <summary>There is an organisation of that name here.</summary>
        public sealed record Taken(string Slug) : Result;

        public sealed record Refused(Refusal Refusal) : Result;

        public sealed record Failed(string Reason) : Result;
    }

    /// <summary>The part of the address, and the folder, of an organisation with that id.</summary>
    public static string Slug(string id)
    {
        var plain = string.Concat(id.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return plain.Length > 64 ? plain[..64].Trim('-') : plain.Length == 0 ? "organisation" : plain;
    }

    /// <param name="texts">The adopted legal text, by language.</param>
    public async Task<Result> OpenAsync(Installation installation, string yaml, IReadOnlyDictionary<string, string> texts, ImmutableArray<NamedFounder> named, bool rehearsal)
    {
        if (ConstitutionReader.Read(yaml).Constitution is not { } rules) throw new ArgumentException("The constitution has faults.", nameof(yaml));
        var slug = Slug(rules.Id);
        var founders = named.Select(_ => "m-" + RandomNumberGenerator.GetHexString(16, lowercase: true)).ToImmutableArray();
        var law = Encoding.UTF8.GetBytes(yaml);
        var legal = texts.ToImmutableSortedDictionary(t => t.Key, t => Encoding.UTF8.GetBytes(t.Value), StringComparer.Ordinal);
        var open = new OpenFounding(Name(law), legal.ToImmutableSortedDictionary(t => t.Key, t => Name(t.Value), StringComparer.Ordinal), founders, rehearsal);
        var now = clock.GetUtcNow();
        // Asked before anything is made, so that a refusal leaves nothing behind.
        var blobs = legal.Values.Append(law).DistinctBy(Name, StringComparer.Ordinal).ToDictionary(Name, b => b, StringComparer.Ordinal);
        if (Decider.Decide(State.Empty, new Act("", now, founders.FirstOrDefault() ?? "", open) { Blobs = new(n => blobs.GetValueOrDefault(n)) }) is Decision.Refused { Refusal: var refusal })
            return new Result.Refused(refusal);
        try
        {
            // One whose making was interrupted before its first entry is nobody's: it goes on.
            var node = installation.Find(slug) is { State.Size: 0 } begun ? begun : installation.Create(slug, new NodeOptions { RehearsalStart = rehearsal ? now : null });
            node.Vault!.Keep(founders.Zip(named, (id, f) => KeyValuePair.Create(id, Personal(f))));
            return await node.SubmitAsync(founders[0], open, "found-" + founders[0], [.. blobs.Values.Select(b => (ReadOnlyMemory<byte>)b)]) switch
            {
                Answer.Accepted => new Result.Opened(slug, founders),
                Answer.Refused refused => new Result.Refused(refused.Refusal),
                Answer.Unknown unknown => new Result.Failed(unknown.Reason),
                var other => throw new InvalidOperationException($"no such answer: {other}"),
            };
        }
        catch (StoreFaultException)
        {
            return new Result.Taken(slug);
        }
    }

    private static ImmutableSortedDictionary<string, string> Personal(NamedFounder founder)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        fields["name"] = founder.Name;
        if (founder.Number is { } number) fields["number"] = number;
        return fields.ToImmutable();
    }

    private static string Name(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
