using System.Numerics;
using System.Text;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Formats;

/// <summary>Writes the canonical form of records. A general JSON writer would escape what the hashes do not have escaped.</summary>
internal sealed class RecordWriter
{
    /// <summary>2^30 - 1: larger numbers are written as strings.</summary>
    public const long LargestPlainNumber = (1L << 30) - 1;

    private readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    public RecordWriter Raw(string literal)
    {
        text.Append(literal);
        return this;
    }

    public RecordWriter Quoted(string plain)
    {
        text.Append('"').Append(plain).Append('"');
        return this;
    }

    public RecordWriter Text(string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' => "\\u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture),
                _ => null,
            } ?? c.ToString());
        }
        text.Append('"');
        return this;
    }

    public RecordWriter Number(long value) => value > LargestPlainNumber ? Quoted(Digests.Decimal(value)) : Raw(Digests.Decimal(value));

    public RecordWriter List<T>(IEnumerable<T> items, Action<RecordWriter, T> write)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(',');
            first = false;
            write(this, item);
        }
        text.Append(']');
        return this;
    }

    public RecordWriter Exponent(BigInteger value) => Quoted(Digests.Decimal(value));

    public RecordWriter Element(Element element) => Quoted(element.Text);

    public RecordWriter Proof(Proof proof) => Raw("{\"challenge\":").Exponent(proof.Challenge).Raw(",\"response\":").Exponent(proof.Response).Raw("}");

    public RecordWriter Ciphertext(Ciphertext c) => Raw("{\"alpha\":").Element(c.Alpha).Raw(",\"beta\":").Element(c.Beta).Raw("}");

    public RecordWriter Proofs(IEnumerable<Proof> proofs) => List(proofs, (w, p) => w.Proof(p));

    public RecordWriter Ciphertexts(IEnumerable<Ciphertext> ciphertexts) => List(ciphertexts, (w, c) => w.Ciphertext(c));
}
