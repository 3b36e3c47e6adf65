using System.Collections;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Node.Encodings;

/// <summary>A refusal as canonical JSON: <c>{args, clause, code, earliest?, given?, needs?, way?}</c>. The same in the API and the command line.</summary>
public static class RefusalText
{
    public static byte[] Encode(Refusal refusal)
    {
        var writer = new CanonicalWriter();
        Encode(refusal, writer);
        return writer.ToArray();
    }

    public static void Encode(Refusal refusal, CanonicalWriter writer)
    {
        writer.BeginObject();
        if (refusal.Args.Count > 0)
        {
            writer.Name("args");
            writer.BeginObject();
            foreach (var (name, value) in refusal.Args) Field(writer, name, value);
            writer.EndObject();
        }
        Field(writer, "clause", refusal.Clause);
        Field(writer, "code", refusal.Code);
        Field(writer, "earliest", refusal.Earliest);
        Field(writer, "given", refusal.Given);
        Field(writer, "needs", refusal.Needs);
        Field(writer, "way", refusal.Way);
        writer.EndObject();
    }

    private static void Field(CanonicalWriter writer, string name, object? value)
    {
        if (value is null) return;
        writer.Name(name);
        Value(writer, value);
    }

    private static void Value(CanonicalWriter writer, object value)
    {
        switch (value)
        {
            case string text: writer.String(text); break;
            case bool truth: writer.Bool(truth); break;
            case int whole: writer.Number(whole); break;
            case long whole when Math.Abs(whole) <= CanonicalWriter.MaximumNumber: writer.Number(whole); break;
            case DateTimeOffset moment: writer.String(MomentShape.Of(moment)); break;
            case DateOnly day: writer.String(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case Fraction fraction: writer.String(FractionShape.Of(fraction)); break;
            case Enum name: writer.String(Kebab.Of(name.ToString())); break;
            case IEnumerable list:
                writer.BeginArray();
                foreach (var item in list)
                {
                    writer.Element();
                    Value(writer, item ?? "");
                }
                writer.EndArray();
                break;
            default: writer.String(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }
}
