using System.Collections.Immutable;
using System.Reflection;
using System.Text;
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
/// Every refusal that the rules can make says what would be right and, where waiting cures it, from when. The table of
/// <c>docs/formats/refusals.md</c> lists them all; <c>MANDATE_APPROVE=1</c> writes it.
/// </summary>
public sealed class RefusalTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly string Page = Path.Combine(Repository.Root, "docs/formats/refusals.md");

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

    [Fact]
    public void The_table_of_refusals_is_complete()
    {
        var text = new StringBuilder("""
            # Refusals

            What the rules answer to an act that they do not permit: in pages, in the API, by `mandate may` and `mandate act`. The code is stable; the sentence in each
            language is `refusal.CODE` of the wording. A test makes this table from the rules.

            - **clause**: the path of the clause that refuses; *protocol* where none does, because it comes before every constitution.
            - **needs**, **given**: as facts (words of the constitution, numbers, days). **earliest**: when the same act would be lawful. **way**: another way to the same end.

            | code | refused by | needs | given | earliest | way |
            | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var code in All.Value.GroupBy(r => r.Refusal.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var made = code.Select(r => r.Refusal).ToList();
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{code.Key}` | {(made.TrueForAll(r => r.Clause.Length == 0) ? "protocol" : "clause")} | {Has(made, r => r.Needs)} | {Has(made, r => r.Given)} | {Has(made, r => r.Earliest)} | {Has(made, r => r.Way)} |\n");
        }
        if (Environment.GetEnvironmentVariable("MANDATE_APPROVE") == "1") File.WriteAllText(Page, text.ToString());
        Assert.Equal(File.ReadAllText(Page), text.ToString());

        static string Has(List<Refusal> made, Func<Refusal, object?> part) => made.TrueForAll(r => part(r) is not null) ? "yes" : made.Exists(r => part(r) is not null) ? "may" : "";
    }

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
            new Service(ImmutableSortedDictionary<string, ServiceChannel>.Empty.Add("post", new ServiceChannel("post", ServiceEvent.Posted) { Clause = clause })) { Clause = clause },
        ];
        return values.ToDictionary(v => v.GetType(), v => v);
    });

    private static object? Sample(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsAssignableFrom(typeof(string[])) && type != typeof(object)) return new[] { "x" };
        if (type.IsValueType && type.GetField("Empty") is { IsStatic: true } empty) return empty.GetValue(null);
        if (Samples.Value.TryGetValue(type, out var known)) return known;
        if (Samples.Value.Values.FirstOrDefault(v => type.IsInstanceOfType(v)) is { } kin) return kin;
        var made = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"No sample of {type} for {parameter.Member.Name}");
        var sample = made.Invoke([.. made.GetParameters().Select(Sample)]);
        // Clauses carry their place in the constitution beside what they say.
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.GetValue(sample) is null && Samples.Value.ContainsKey(p.PropertyType))) property.SetValue(sample, Samples.Value[property.PropertyType]);
        return sample;
    }
}
