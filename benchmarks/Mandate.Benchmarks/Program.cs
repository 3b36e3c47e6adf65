using Mandate.Benchmarks;

// Measures the node and the server at the sizes that docs/benchmarks.md reports. Nothing here is asserted in a test.
if (args is ["watch", var address, var watchers]) return await Watchers.RunAsync(new(address), int.Parse(watchers, System.Globalization.CultureInfo.InvariantCulture));
var all = new Dictionary<string, Func<Settings, Task>>(StringComparer.Ordinal)
{
    ["demo"] = DemoBenchmarks.RunAsync,
    ["vote"] = VoteBenchmark.RunAsync,
    ["pages"] = PagesBenchmark.RunAsync,
    ["serve"] = ServeBenchmark.RunAsync,
    ["clients"] = ClientsBenchmark.RunAsync,
    ["assembly"] = AssemblyBenchmark.RunAsync,
    ["amendments"] = AmendmentsBenchmark.RunAsync,
    ["desk"] = DeskBenchmark.RunAsync,
    ["sealed"] = SealedBenchmark.RunAsync,
    ["scale"] = ScaleBenchmark.RunAsync,
};
if (!Settings.TryRead(args, all.Keys, out var settings, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}
Table.Machine();
foreach (var name in settings.Names)
{
    Table.Heading(name);
    await all[name](settings);
}
return 0;
