using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions.Checks.Capture;

namespace Mandate.Server.Statutes;

/// <summary>A place in the drawing, by its upper left corner, in units of the drawing.</summary>
public sealed record DrawnNode(PowerNode Node, int X, int Y);

/// <param name="Path">Commands of an SVG path.</param>
/// <param name="Downward">It leads from above to below, against the way in which members make what stands above them.</param>
public sealed record DrawnEdge(PowerEdge Edge, string Path, bool Downward);

/// <summary>
/// The drawing of a <see cref="PowerMap"/> in layers (Sugiyama, Tagawa, Toda 1981): members at the foot, above them what they elect,
/// above that what those elect. Circles are opened at the edge that closes them, crossings are reduced by barycentres, long edges
/// pass through empty places of the layers between.
/// </summary>
public sealed record PowerLayout(ImmutableArray<DrawnNode> Nodes, ImmutableArray<DrawnEdge> Edges, int Width, int Height)
{
    public const int NodeWidth = 176;
    public const int NodeHeight = 58;
    private const int Gap = 34;
    private const int Row = 138;
    private const int Margin = 26;

    /// <summary>More than this many beside each other would be too wide to read; the rest stands one layer higher.</summary>
    private const int MostInRow = 6;
    private const int Sweeps = 12;

    private sealed class Place(string id, int layer, bool empty)
    {
        public string Id => id;
        public int Layer => layer;
        public bool Empty => empty;
        public int Width => empty ? 18 : NodeWidth;
        public int Order { get; set; }
        public int Middle { get; set; }
        public List<Place> Down { get; } = [];
        public List<Place> Up { get; } = [];
    }

    public static PowerLayout Of(PowerMap map)
    {
        if (map.Nodes.IsEmpty) return new([], [], 2 * Margin, 2 * Margin);
        var layers = Layers(map);
        var places = map.Nodes.ToDictionary(n => n.Id, n => new Place(n.Id, layers[n.Id], false), StringComparer.Ordinal);
        var all = places.Values.ToList();
        var chains = new Dictionary<(string, string), List<Place>>();
        foreach (var (from, to) in map.Edges.Where(e => e.From != e.To).Select(e => (e.From, e.To)).Distinct()) chains[(from, to)] = Chain(places[from], places[to], all);
        var rows = Enumerable.Range(0, all.Max(p => p.Layer) + 1).Select(l => all.Where(p => p.Layer == l).ToList()).ToList();
        Arrange(rows);
        var width = Spread(rows) + 2 * Margin;
        var top = rows.Count - 1;
        int Y(Place p) => Margin + (top - p.Layer) * Row;
        // Several edges between the same two places lie beside each other.
        var nth = new Dictionary<(string, string), int>();
        var edges = map.Edges.Select(e =>
        {
            var n = nth[(e.From, e.To)] = nth.GetValueOrDefault((e.From, e.To), -1) + 1;
            var down = layers[e.From] > layers[e.To];
            return new DrawnEdge(e, e.From == e.To ? Loop(places[e.From], Y, n) : layers[e.From] == layers[e.To] ? Beside(places[e.From], places[e.To], Y, n) : Route(chains[(e.From, e.To)], Y, n, down), down);
        }).ToImmutableArray();
        return new([.. map.Nodes.Select(n => new DrawnNode(n, places[n.Id].Middle - NodeWidth / 2 + Margin, Y(places[n.Id])))], edges, width, Margin * 2 + top * Row + NodeHeight);
    }

    /// <summary>The longest way from the members up, over edges that decide; an edge back to what is being walked opens a circle.</summary>
    private static Dictionary<string, int> Layers(PowerMap map)
    {
        var deciding = map.Edges.Where(e => e.Strength == Strength.Decisive && e.From != e.To).ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        var any = map.Edges.Where(e => e.From != e.To).ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        var layer = new Dictionary<string, int>(StringComparer.Ordinal);
        var walking = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in map.Nodes) Walk(node.Id);
        var full = new Dictionary<int, int>();
        foreach (var node in map.Nodes.OrderBy(n => layer[n.Id]).ToList())
        {
            var l = layer[node.Id];
            while (full.GetValueOrDefault(l) >= MostInRow) l++;
            layer[node.Id] = l;
            full[l] = full.GetValueOrDefault(l) + 1;
        }
        return layer;

        int Walk(string id)
        {
            if (layer.TryGetValue(id, out var known)) return known;
            if (map.Nodes.First(n => n.Id == id).IsBase) return layer[id] = 0;
            walking.Add(id);
            var below = (deciding.Contains(id) ? deciding : any)[id].Where(f => !walking.Contains(f)).Select(Walk).ToList();
            walking.Remove(id);
            return layer[id] = below.Count == 0 ? 0 : below.Max() + 1;
        }
    }

    /// <summary>The places that an edge passes, its ends among them, from the lower to the higher.</summary>
    private static List<Place> Chain(Place from, Place to, List<Place> all)
    {
        var (low, high) = from.Layer <= to.Layer ? (from, to) : (to, from);
        var chain = new List<Place> { low };
        for (var layer = low.Layer + 1; layer < high.Layer; layer++)
        {
            var empty = new Place("", layer, true);
            all.Add(empty);
            chain.Add(empty);
        }
        if (high.Layer > low.Layer) chain.Add(high);
        for (var i = 1; i < chain.Count; i++)
        {
            chain[i].Down.Add(chain[i - 1]);
            chain[i - 1].Up.Add(chain[i]);
        }
        return chain;
    }

    private static void Arrange(List<List<Place>> rows)
    {
        foreach (var row in rows) Number(row);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var upward = sweep % 2 == 0;
            foreach (var row in upward ? rows : Enumerable.Reverse(rows))
            {
                // Means of small whole numbers, scaled so that they stay whole: exact on every machine.
                var keyed = row.Select(p => (p, Key: Mean(upward ? p.Down : p.Up, p.Order))).ToList();
                row.Clear();
                row.AddRange(keyed.OrderBy(k => k.Key).ThenBy(k => k.p.Order).Select(k => k.p));
                Number(row);
            }
        }
    }

    private static void Number(List<Place> row)
    {
        for (var i = 0; i < row.Count; i++) row[i].Order = i;
    }

    private static int Mean(List<Place> of, int otherwise) => of.Count == 0 ? otherwise * 1000 : of.Sum(p => p.Order * 1000) / of.Count;

    /// <summary>Places each row, then draws each towards the middle of what it is joined to. Gives the width.</summary>
    private static int Spread(List<List<Place>> rows)
    {
        foreach (var row in rows)
        {
            var x = 0;
            foreach (var p in row)
            {
                p.Middle = x + p.Width / 2;
                x += p.Width + Gap;
            }
        }
        var widest = rows.Max(r => r[^1].Middle + r[^1].Width / 2);
        foreach (var row in rows)
        {
            var shift = (widest - (row[^1].Middle + row[^1].Width / 2)) / 2;
            foreach (var p in row) p.Middle += shift;
        }
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var row in sweep % 2 == 0 ? rows : Enumerable.Reverse(rows)) Draw(row, widest);
        return widest;
    }

    private static void Draw(List<Place> row, int widest)
    {
        var wanted = row.Select(p => p.Down.Concat(p.Up).ToList() is { Count: > 0 } near ? near.Sum(n => n.Middle) / near.Count : p.Middle).ToList();
        for (var i = 0; i < row.Count; i++)
        {
            var least = i == 0 ? row[i].Width / 2 : row[i - 1].Middle + row[i - 1].Width / 2 + Gap + row[i].Width / 2;
            row[i].Middle = Math.Max(least, wanted[i]);
        }
        var most = widest;
        for (var i = row.Count - 1; i >= 0; i--)
        {
            row[i].Middle = Math.Min(row[i].Middle, most - row[i].Width / 2);
            most = row[i].Middle - row[i].Width / 2 - Gap;
        }
    }

    private static string Route(List<Place> chain, Func<Place, int> y, int nth, bool down)
    {
        var aside = Aside(nth);
        // An edge stands where the other end lies, so that several do not meet in one point.
        int At(Place end, Place next) => end.Empty ? end.Middle : end.Middle + Math.Clamp((next.Middle - end.Middle) / 4, -NodeWidth / 2 + 20, NodeWidth / 2 - 20);
        var points = new List<(int X, int Y)> { (At(chain[0], chain[1]), y(chain[0])) };
        points.AddRange(chain.Skip(1).SkipLast(1).SelectMany(p => new[] { (p.Middle, y(p) + NodeHeight), (p.Middle, y(p)) }));
        points.Add((At(chain[^1], chain[^2]), y(chain[^1]) + NodeHeight));
        var shifted = points.Select(p => (X: p.X + aside + Margin + (down ? 10 : 0), p.Y)).ToList();
        if (down) shifted.Reverse();
        var (first, last) = (shifted[0], shifted[^1]);
        // Short of the end by the arrow's own length.
        shifted[^1] = (last.X, last.Y + (down ? -7 : 7));
        var path = Text($"M{first.X} {first.Y}");
        for (var i = 1; i < shifted.Count; i++)
        {
            var (a, b) = (shifted[i - 1], shifted[i]);
            var bend = (a.Y - b.Y) / 2;
            path += a.X == b.X ? Text($"L{b.X} {b.Y}") : Text($"C{a.X} {a.Y - bend} {b.X} {b.Y + bend} {b.X} {b.Y}");
        }
        return path;
    }

    private static string Beside(Place from, Place to, Func<Place, int> y, int nth)
    {
        // Where edges from below do not leave.
        var side = from.Middle < to.Middle ? 1 : -1;
        var (a, b) = (from.Middle + Margin + Aside(nth) + side * NodeWidth / 3, to.Middle + Margin + Aside(nth) - side * NodeWidth / 3);
        var (level, lift) = (y(from), 30 + Math.Min(40, Math.Abs(a - b) / 12));
        return Text($"M{a} {level}C{a} {level - lift} {b} {level - lift} {b} {level - 7}");
    }

    private static string Loop(Place at, Func<Place, int> y, int nth)
    {
        var (x, level) = (at.Middle + NodeWidth / 2 + Margin, y(at) + NodeHeight / 2);
        var out1 = 30 + 8 * nth;
        return Text($"M{x} {level - 12}C{x + out1} {level - 24} {x + out1} {level + 24} {x + 7} {level + 12}");
    }

    private static int Aside(int nth) => (nth % 2 == 0 ? 1 : -1) * ((nth + 1) / 2) * 14;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
