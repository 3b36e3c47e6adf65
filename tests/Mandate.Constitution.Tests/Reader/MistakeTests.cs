using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>What people get wrong, and what they are told.</summary>
public sealed class MistakeTests
{
    /// <summary>In the association: what is replaced, by what; the kind of fault, the clause it names, and the suggestion.</summary>
    public static TheoryData<string, string, FaultKind, string, string?> Mistakes => new()
    {
        // the six of the format's first review
        { "rule: 2/3 of votes cast, notice: 14 days, appeal_to", "rule: 2/3 of vote cast, notice: 14 days, appeal_to", FaultKind.WrongValue, "electorates.members.expel.rule", "2/3 of votes cast" },
        { "publication: {default: public_to_members}", "publication: {default: public_to_members}\nrights: {assembly: {who: any member}}\nrestrictions: [{right: assembly, scope: all, reason: none, adopted_on: \"2026-01-01\", renewals: {max: 0, by: meeting}}]", FaultKind.MissingKey, "restrictions[0]", null },
        { ", term: {length: 1 year, consecutive: 4}, vacancy: {acting: council}}", ", vacancy: {acting: council}}", FaultKind.MissingKey, "offices.chair", null },
        { "quorum: 3 seats", "quorom: 3 seats", FaultKind.UnknownKey, "bodies.council.quorom", "quorum" },
        { "publication: {default: public_to_members}", "publication: {default: public_to_members}\nemergency: {declare: {by: council}, confirm: {by: meeting}, renew: {by: meeting, max_times: 1}, may_not: [amend]}", FaultKind.MissingKey, "emergency", null },
        { "{elect: {body: council, method: irv}}", "{elect: {body: council, method: irv, confirm: {by: auditors}}}", FaultKind.MissingKey, "offices.chair.by.elect.confirm", null },
        // names
        { "admit: council", "admit: councl", FaultKind.UnknownName, "electorates.members.admit", "council" },
        { "{holds: paid}", "{holds: payed}", FaultKind.UnknownName, "bodies.council.seats.eligible.none_of[0].holds", "paid" },
        { "[[council, auditors]]", "[[council, auditor]]", FaultKind.UnknownName, "incompatible[0][1]", "auditors" },
        { "amend: {ordinary", "amend: {entrenched: {clauses: [bodies.auditor], rule: unanimous}, ordinary", FaultKind.UnknownName, "amend.entrenched.clauses[0]", "bodies.auditors" },
        // micro-grammars
        { "quorum: 10% of members", "quorum: 10% of membres", FaultKind.WrongValue, "bodies.meeting.quorum", "10% of members" },
        { "notice: 21 days", "notice: 21 dys", FaultKind.WrongValue, "bodies.meeting.convene.notice", "21 days" },
        { "meets: yearly", "meets: yearley", FaultKind.WrongValue, "bodies.meeting.meets", "yearly" },
        { "rule: 3/4 of votes cast", "rule: 5/4 of votes cast", FaultKind.WrongValue, "procedure.by_object.restrict_right.rule", null },
        { "rule: 3/4 of votes cast", "rule: 3/0 of votes cast", FaultKind.WrongValue, "procedure.by_object.restrict_right.rule", null },
        { "method: plurality", "method: pluralty", FaultKind.WrongValue, "bodies.auditors.seats.by.elect.method", "plurality" },
        // structure
        { "seats: {count: 5", "seats: {count: five", FaultKind.WrongValue, "bodies.council.seats.count", null },
        { "consecutive: unlimited", "consecutive: unlimted", FaultKind.WrongValue, "bodies.auditors.term.consecutive", null },
        { "title: {en: Garden association, sv", "title: {nl: Tuinvereniging, sv", FaultKind.MissingKey, "title", null },
        { "{elect: {body: council, method: irv}}", "{elect: {body: council, electorate: members, method: irv}}", FaultKind.Contradiction, "offices.chair.by.elect", null },
        { "{elect: {body: council, method: irv}}", "{elct: {body: council, method: irv}}", FaultKind.WrongValue, "offices.chair.by", "elect" },
        { "remove_officer: {notice: 14 days}", "remove_oficer: {notice: 14 days}", FaultKind.MissingKey, "procedure.by_object", null },
        { "mandate: \"0.1\"", "mandate: 0.1", FaultKind.WrongValue, "mandate", null },
        { "mandate: \"0.1\"", "mandate: \"0.1\"\nglossary: {meeting: {en: assembly}}", FaultKind.LaterFormat, "glossary", null },
        { "procedure:\n", "procedure:\n  urgent_motion: {rule: 4/5 of present, canot: [amendment]}\n", FaultKind.UnknownKey, "procedure.urgent_motion.canot", "cannot" },
        // YAML beyond the core
        { "id: garden-association", "id: garden-association\nid: again", FaultKind.DuplicateKey, "id", null },
        { "id: garden-association", "id: &a garden-association", FaultKind.Syntax, "id", null },
        { "id: garden-association", "id: !x garden-association", FaultKind.Syntax, "id", null },
        { "admit: council", "admit: council\n    <<: {expel: council}", FaultKind.Syntax, "electorates.members.<<", null },
        { "tags: [paid]", "tags: [paid", FaultKind.Syntax, "", null },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused_with_its_place_and_what_would_be_right(string right, string wrong, FaultKind kind, string clause, string? suggestion)
    {
        var yaml = Examples.Association.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Examples.Association, yaml);
        var reading = ConstitutionReader.Read(yaml);
        Assert.Null(reading.Constitution);
        var fault = Assert.Single(reading.Faults, f => f.Kind == kind && f.Clause.Path == clause);
        Assert.Equal(suggestion, fault.Suggestion);
        var first = yaml[..FirstDifference(Examples.Association, yaml)].Count(c => c == '\n') + 1;
        Assert.InRange(fault.Clause.Line, 1, first + 3);
    }

    [Fact]
    public void All_mistakes_are_found_in_one_reading()
    {
        var yaml = Examples.Association.Replace("quorum: 3 seats", "quorom: 3 seats", StringComparison.Ordinal)
            .Replace("admit: council", "admit: councl", StringComparison.Ordinal)
            .Replace("notice: 21 days", "notice: soon", StringComparison.Ordinal);
        Assert.Equal(3, ConstitutionReader.Read(yaml).Faults.Length);
    }

    [Fact]
    public void An_unknown_key_where_format_0_1_is_open_is_kept_and_warned_of()
    {
        var yaml = Examples.Association.Replace("default: {rule: majority of votes cast,", "default: {quiet_hours: nightly, rule: majority of votes cast,", StringComparison.Ordinal);
        var reading = ConstitutionReader.Read(yaml);
        Assert.Empty(reading.Faults);
        Assert.Equal("procedure.default.quiet_hours", Assert.Single(reading.Warnings).Clause.Path);
        Assert.NotEmpty(ConstitutionReader.Read(yaml.Replace("\"0.1\"", "\"0.2\"", StringComparison.Ordinal)).Faults);
    }

    [Fact]
    public void Words_that_older_YAML_takes_for_booleans_stay_words()
    {
        var yaml = Examples.Association.Replace("official: [en]", "official: [en, no]", StringComparison.Ordinal).Replace("title: {en: ", "title: {no: Hage, en: ", StringComparison.Ordinal);
        Assert.Equal(["en", "no"], ConstitutionReader.Read(yaml).Constitution!.Languages.Official);
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("just words")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("? [a]\n: b")]
    [InlineData("a: *b")]
    [InlineData("\t- x")]
    public void What_is_no_constitution_has_faults(string text) => Assert.NotEmpty(ConstitutionReader.Read(text).Faults);

    [Fact]
    public void Depth_is_bounded() => Assert.NotEmpty(ConstitutionReader.Read(new string('[', 50_000)).Faults);

    private static int FirstDifference(string a, string b) => a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
}
