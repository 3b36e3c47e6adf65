using System.Collections.Immutable;
using System.Reflection;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Service = Mandate.Constitutions.Service;

namespace Mandate.Organisation.Tests;

/// <summary>
/// Every refusal that the rules can make says what would be right and, where waiting cures it, from when.
/// </summary>
public sealed class RefusalTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Lazy<ImmutableArray<(string Factory, Refusal Refusal)>> All = new(() =>
    [
        .. from type in typeof(Decider).Assembly.GetTypes()
           where type.Name.EndsWith("Refusals", StringComparison.Ordinal)
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where method.ReturnType == typeof(Refusal) && !method.GetParameters().Any(p => p.Name == "code")
           select ($"{type.Name}.{method.Name}", (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!),
    ]);

    [Fact]
    public void Every_refusal_says_what_would_be_right() =>
        None(r => r.Needs is null && r.Way is null && r.Earliest is null);

    /// <summary>What is too early or too short now is lawful later, and the refusal says when.</summary>
    [Fact]
    public void What_waiting_cures_says_from_when() =>
        None(r => r.Earliest is null && !r.Code.Contains("ends-too-early", StringComparison.Ordinal)
            && new[] { "early", "too-short", "not-due", "has-time", "clock-behind", "too-many-terms", "interval" }.Any(w => r.Code.Contains(w, StringComparison.Ordinal)));

    private static void None(Func<Refusal, bool> where) =>
        Assert.True(!All.Value.Any(r => where(r.Refusal)), string.Join("\n", All.Value.Where(r => where(r.Refusal)).Select(r => $"{r.Factory} ({r.Refusal.Code})").Order(StringComparer.Ordinal)));

    [Fact]
    public void A_code_begins_with_the_word_that_makes_it() =>
        Assert.All(All.Value, r => Assert.Matches("^[a-z]+\\.[a-z-]+$", r.Refusal.Code));

    private static readonly Lazy<Dictionary<Type, object>> Samples = new(() =>
    {
        var o = Congresses.Convened();
        o.Do("b1-01", new FileMotion("m1", "c1", "ordinary", "On conduct", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("Be kind.")), [], null, null, null, false));
        var rules = o.State.Statutes.At(o.Now);
        var convene = rules.Bodies["congress"].Convene!;
        var clause = convene.Clause;
        // One that has been through everything a session can go through.
        var session = o.Session() with { Adjournments = [new(o.Now, o.Now.AddDays(1), "x")], ObjectionsUntil = Day };
        object[] values =
        [
            "x", clause, 3, 4L, true, new object(), Day, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), rules, rules.Bodies["congress"], session, o.State.Motions.All["m1"],
            o.State.Offices.Tenures.Values.First(), rules.Procedure.ByObject["amendment"], new Answer(false, clause, "needs", "given") { Earliest = Day }, convene.By, new Seat("council"), convene.Notice!,
            Halls.WithCandidates().State.Votes.Find("e1")!, rules.Procedure.UrgentMotion!, new Substitute("b1-09", new Seat("congress", "delegates", "b1"), "c1", "e1", 1),
            new ServiceSummary(20, 19, 1, 0, 0, 0, 0), new QuorumFigures(2, 1, 3, clause.Path, "1/2 of seats"), rules.Offices["secretary"].Nominate!,
            new Mandate.Organisation.Motions.Amendment("a1", "m1", "b1-07", 1, o.State.Motions.All["m1"].Current, o.Now, MotionStage.Filed, null),
            new Service(ImmutableSortedDictionary<string, ServiceChannel>.Empty.Add("post", new ServiceChannel("post", ServiceEvent.Posted) { Clause = clause })) { Clause = clause },
        ];
        return values.ToDictionary(v => v.GetType(), v => v);
    });

    private static object? Sample(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsAssignableFrom(typeof(string[])) && type != typeof(object)) return new[] { "x" };
        if (type != typeof(string) && (type.GetField("Empty", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) ?? type.GetProperty("Empty", BindingFlags.Static | BindingFlags.Public)?.GetValue(null)) is { } empty) return empty;
        if (Samples.Value.TryGetValue(type, out var known)) return known;
        if (Samples.Value.Values.FirstOrDefault(v => type.IsInstanceOfType(v)) is { } kin) return kin;
        var concrete = type.IsAbstract ? type.Assembly.GetTypes().FirstOrDefault(t => !t.IsAbstract && type.IsAssignableFrom(t)) : type;
        var made = concrete?.GetConstructors().MaxBy(c => c.GetParameters().Length);
        if (made is null) return type.IsValueType ? Activator.CreateInstance(type) : throw new InvalidOperationException($"No sample of {type} for {parameter.Member.Name}");
        var sample = made.Invoke([.. made.GetParameters().Select(Sample)]);
        // Clauses carry their place in the constitution beside what they say.
        foreach (var property in concrete!.GetProperties().Where(p => p.CanWrite && p.GetValue(sample) is null && Samples.Value.ContainsKey(p.PropertyType))) property.SetValue(sample, Samples.Value[property.PropertyType]);
        return sample;
    }
}
