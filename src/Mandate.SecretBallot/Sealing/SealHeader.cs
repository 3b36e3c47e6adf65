using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Sealing;

/// <summary>What everybody may read of a sealed document. The seal binds it: nobody can put another day or addressee on the same text.</summary>
/// <param name="Organisation">Id of the organisation whose record it is deposited in.</param>
/// <param name="Id">The document's id there.</param>
/// <param name="To">Bodies and offices to which it is addressed.</param>
public sealed record SealHeader(string Organisation, string Id, string Title, IReadOnlyList<string> To, Opening Opens)
{
    /// <summary>Longest organisation, id or title, in characters, and most addressees.</summary>
    public const int Longest = 200, MostAddressees = 50;

    internal static SealHeader Read(RecordReader r)
    {
        r.Expect("{\"organisation\":");
        var organisation = Short(r);
        r.Expect(",\"id\":");
        var id = Short(r);
        r.Expect(",\"title\":");
        var title = Short(r);
        r.Expect(",\"to\":");
        var to = r.List(Short);
        if (to.Count > MostAddressees) throw r.Fault($"at most {Digests.Decimal(MostAddressees)} addressees");
        r.Expect(",\"opens\":");
        var opens = Opening.Read(r);
        r.Expect("}");
        return new(organisation, id, title, to, opens);
    }

    /// <summary>The canonical text, which the seal is made over.</summary>
    public override string ToString()
    {
        var w = new RecordWriter().Raw("{\"organisation\":").Text(Organisation).Raw(",\"id\":").Text(Id).Raw(",\"title\":").Text(Title).Raw(",\"to\":").List(To, (x, t) => x.Text(t)).Raw(",\"opens\":");
        Opens.Write(w);
        return w.Raw("}").ToString();
    }

    private static string Short(RecordReader r)
    {
        var text = r.Text();
        return text.Length is > 0 and <= Longest ? text : throw r.Fault($"1 to {Digests.Decimal(Longest)} characters are expected, not {Digests.Decimal(text.Length)}");
    }
}
