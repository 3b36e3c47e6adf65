using System.Globalization;
using Mandate.Node.Chronologies;
using Mandate.Organisation.Guards;
using Mandate.Organisation;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>The guards over the shipped chronology, against the expectations that lie beside the project.</summary>
public sealed class GuardLabelTests(ITestOutputHelper output)
{
    private static readonly Lazy<State> Played = new(() => Play.State(ShippedChronologies.Files("party-1923")));

    [Fact]
    public void The_core_guards_fire_where_expected_and_seldom_elsewhere()
    {
        var labels = Labels.Read();
        var fired = Play.Fired(Played.Value);
        var (found, expected, strange, all) = (0, 0, 0, 0);
        foreach (var (guard, core, fires, concerned) in labels.Guards)
        {
            var events = fired.GetValueOrDefault(guard) ?? [];
            var hits = events.Intersect(fires);
            var others = events.Except(fires).Except(concerned);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(core ? "core    " : "extended")} {guard,-28} {hits.Count,2} of {fires.Count,2}, {others.Count} beside{(fires.Except(events).IsEmpty ? "" : " missed " + string.Join(' ', fires.Except(events).Order(StringComparer.Ordinal)))}{(others.IsEmpty ? "" : " beside " + string.Join(' ', others.Order(StringComparer.Ordinal)))}"));
            if (!core) continue;
            found += hits.Count;
            expected += fires.Count;
            strange += others.Count;
            all += hits.Count + others.Count;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"core: {found} of {expected} found; {strange} of {all} beside what was expected"));
        Assert.True(found * 10 >= expected * 9, $"{found} of {expected} expected findings of core guards");
        Assert.True(strange * 10 <= all, $"{strange} of {all} findings of core guards are at events that were not expected");
    }
}
