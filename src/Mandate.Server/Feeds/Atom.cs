using System.Globalization;
using System.Text;
using System.Xml;

namespace Mandate.Server.Feeds;

/// <summary>Something that happened, with an address that stays.</summary>
public sealed record AtomEntry(string Address, string Title, DateTimeOffset At, string? Summary = null);

/// <summary>Atom (RFC 4287).</summary>
public static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(string address, string title, string language, DateTimeOffset updated, IEnumerable<AtomEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language);
            Text(xml, "id", address);
            Text(xml, "title", title);
            Text(xml, "updated", Moment(updated));
            Link(xml, address, "self");
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", title);
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry", Namespace);
                Text(xml, "id", entry.Address);
                Text(xml, "title", entry.Title);
                Text(xml, "updated", Moment(entry.At));
                Link(xml, entry.Address, "alternate");
                if (entry.Summary is { } summary) Text(xml, "summary", summary);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    private static void Link(XmlWriter xml, string address, string relation)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
