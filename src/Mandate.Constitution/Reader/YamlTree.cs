using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mandate.Constitutions.Reader;

/// <summary>YAML 1.2 core as JSON's kinds of data, with clauses and places. Anchors, aliases, merge keys, tags and duplicate keys are refused.</summary>
public sealed class YamlTree
{
    /// <summary>A constitution is read by people; what is longer or deeper is a mistake or an attack.</summary>
    private const int Longest = 4_000_000;
    private const int Deepest = 64;

    private readonly List<Fault> faults;
    private readonly Parser parser;

    private YamlTree(string text, List<Fault> faults)
    {
        this.faults = faults;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The root, or null with at least one fault.</summary>
    public static Datum? Read(string text, List<Fault> faults)
    {
        if (text.Length > Longest)
        {
            faults.Add(new(FaultKind.Syntax, new("", 1, 1), "the file is longer than four million characters"));
            return null;
        }
        var tree = new YamlTree(text, faults);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            faults.Add(new(FaultKind.Syntax, At("", e.Start), Sentence(e.InnerException is { } inner ? inner.Message : e.Message)));
        }
        catch (TooDeepException e)
        {
            faults.Add(new(FaultKind.Syntax, e.Clause, "nested more than 64 levels deep"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or EndOfStreamException)
        {
            // The scanner meets some malformed input with these instead of a YamlException.
            faults.Add(new(FaultKind.Syntax, At("", tree.parser.Current?.Start ?? Mark.Empty), "this is not well-formed YAML"));
        }
        return null;
    }

    private Datum? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return Empty();
        parser.Consume<DocumentStart>();
        var root = Value("", null, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            faults.Add(new(FaultKind.Syntax, At("", second!.Start), "a constitution is one document; a second one begins here"));
        return root;
    }

    private static Datum.Nothing Empty() => new() { Clause = new("", 1, 1) };

    private Datum Value(string path, Mark? key, int depth)
    {
        var at = At(path, key ?? parser.Current?.Start ?? Mark.Empty);
        if (depth > Deepest) throw new TooDeepException(at);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Refuse(path, alias.Start, "aliases are not part of the format: write the clause out, so that its path is its own");
            return new Datum.Nothing { Clause = At(path, alias.Start) };
        }
        if (parser.Accept<NodeEvent>(out var node)) Plainly(path, node!);
        if (parser.TryConsume<Scalar>(out var scalar)) return Scalar(path, scalar);
        if (parser.TryConsume<SequenceStart>(out var list)) return List(path, key ?? list.Start, list, depth);
        if (parser.TryConsume<MappingStart>(out var map)) return Map(path, key ?? map.Start, map, depth);
        throw new InvalidOperationException("no value");
    }

    private Datum Scalar(string path, Scalar scalar)
    {
        var clause = At(path, scalar.Start);
        var (from, to) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        if (scalar.Value.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) || !WellFormed(scalar.Value))
            Refuse(path, scalar.Start, "the text holds a control character or half a character");
        if (scalar.Style != ScalarStyle.Plain) return new Datum.Text(scalar.Value) { Clause = clause, From = from, To = to };
        var (value, wrong) = CoreScalar.Resolve(scalar.Value, clause, from, to);
        if (value is not null) return value;
        faults.Add(new(FaultKind.WrongValue, clause, wrong!));
        return new Datum.Nothing { Clause = clause, From = from, To = to };
    }

    private Datum.List List(string path, Mark at, SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Datum>();
        while (!parser.Accept<SequenceEnd>(out _)) items.Add(Value(FormattableString.Invariant($"{path}[{items.Count}]"), null, depth + 1));
        var end = parser.Consume<SequenceEnd>();
        return new(items.ToImmutable()) { Clause = At(path, at), From = (int)start.Start.Index, To = (int)end.Start.Index + (start.Style == SequenceStyle.Flow ? 1 : 0) };
    }

    private Datum.Map Map(string path, Mark at, MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<Datum.Entry>();
        var seen = new Dictionary<string, Mark>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            if (!parser.Accept<Scalar>(out _))
            {
                Refuse(path, parser.Current!.Start, "a key must be a word, not a list, a map or an alias");
                parser.SkipThisAndNestedEvents();
                parser.SkipThisAndNestedEvents();
                continue;
            }
            var key = parser.Consume<Scalar>();
            Plainly(path, key);
            var inner = path.Length == 0 ? key.Value : path + "." + key.Value;
            if (key.Value == "<<") Refuse(inner, key.Start, "merge keys are not part of the format: write the clause out");
            var value = Value(inner, key.Start, depth + 1);
            if (!seen.TryAdd(key.Value, key.Start))
                faults.Add(new(FaultKind.DuplicateKey, At(inner, key.Start), FormattableString.Invariant($"the key '{key.Value}' stands here a second time; the first is in line {seen[key.Value].Line}")));
            else
                entries.Add(new(key.Value, value) { Clause = At(inner, key.Start), From = (int)key.Start.Index });
        }
        var end = parser.Consume<MappingEnd>();
        return new(entries.ToImmutable()) { Clause = At(path, at), From = (int)start.Start.Index, To = (int)end.Start.Index + (start.Style == MappingStyle.Flow ? 1 : 0) };
    }

    private void Plainly(string path, NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) Refuse(path, node.Start, "anchors are not part of the format: write the clause out");
        if (!node.Tag.IsEmpty) Refuse(path, node.Start, "tags are not part of the format");
    }

    private void Refuse(string path, Mark mark, string message) => faults.Add(new(FaultKind.Syntax, At(path, mark), message));

    private static bool WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static Clause At(string path, Mark mark) => new(path, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Sentence(string message) => "this is not well-formed YAML: " + message.TrimEnd('.');

    private sealed class TooDeepException(Clause clause) : Exception
    {
        public Clause Clause { get; } = clause;
    }
}
