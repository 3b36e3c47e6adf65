using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Encodings;

/// <summary>A whole state as text that is read back. The parsed constitutions are left out: they follow from their YAML beside the log.</summary>
internal static class SnapshotText
{
    private static readonly Shape Whole = Shapes.Snapshot.For(typeof(State));

    public static CanonicalWriter Write(State state)
    {
        var writer = new CanonicalWriter();
        Whole.Write(writer, state);
        return writer;
    }

    /// <summary>Null where the text is none, or a constitution is not to be had.</summary>
    public static State? Read(ReadOnlyMemory<byte> text, Blobs blobs)
    {
        if (WireText.Guarded(text.Span, new JsonReaderOptions { MaxDepth = 64 }, (ref Utf8JsonReader reader) => (State)Whole.Read(ref reader), out var state) is not null) return null;
        var versions = ImmutableArray.CreateBuilder<Mandate.Organisation.Statutes.ConstitutionVersion>();
        foreach (var version in state!.Statutes.Versions)
        {
            if (blobs.Read(version.Yaml) is not { } yaml || ConstitutionReader.Read(Encoding.UTF8.GetString(yaml.Span)).Constitution is not { } rules) return null;
            versions.Add(Mandate.Organisation.Statutes.WorkingLanguages.With(version with { Rules = rules }, state.Statutes.Languages));
        }
        return state with { Statutes = state.Statutes with { Versions = versions.ToImmutable() } };
    }

    /// <summary>Stands for what is read from elsewhere afterwards.</summary>
    internal sealed class LeftOut : Shape
    {
        public override void Write(CanonicalWriter writer, object value) => writer.Bool(true);

        public override object Read(ref Utf8JsonReader reader) => null!;

        public override string Describe() => nameof(Constitution);
    }
}
