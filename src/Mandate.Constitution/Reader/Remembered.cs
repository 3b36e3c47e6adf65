namespace Mandate.Constitutions.Reader;

/// <summary>
/// What was read of a constitution, by its data: an amendment of it reads only what changed. It holds as long as every name that was declared
/// still is; a constitution that lacks one is read anew.
/// </summary>
internal sealed class Remembered
{
    private readonly Dictionary<Datum, Node> read = new(ReferenceEqualityComparer.Instance);

    public Remembered(Constitution constitution)
    {
        Names = new(constitution.Source);
        Keep("units", constitution.Units);
        Keep("electorates", constitution.Electorates);
        Keep("bodies", constitution.Bodies);
        Keep("offices", constitution.Offices);
        Keep("rights", constitution.Rights);
        if (constitution.Source["powers"] is not Datum.List powers) return;
        foreach (var (data, power) in powers.Items.Zip(constitution.Powers)) read[data] = power;

        void Keep<T>(string key, IReadOnlyDictionary<string, T> named)
            where T : Node
        {
            foreach (var entry in (constitution.Source[key] as Datum.Map)?.Entries ?? [])
                if (named.TryGetValue(entry.Key, out var node)) read[entry.Value] = node;
        }
    }

    public Names Names { get; }

    public T? Of<T>(Datum datum)
        where T : class => read.GetValueOrDefault(datum) as T;
}
