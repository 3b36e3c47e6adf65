using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>The guards of documents, minutes, press and figures.</summary>
internal static class InformationGuards
{
    /// <summary>A document addressed to, or needed by, a body or reader is not delivered by the due date.</summary>
    public static IEnumerable<Breach> WithheldDocument(FactView v)
    {
        foreach (var withheld in v.Of<Withheld>().Where(w => !w.Fact.From.Each().Any() || w.Fact.From.Each().Any(reader => !InTime(v, w.Fact.Document, reader)))) yield return Breach.Of(withheld.Record);
        foreach (var addressed in v.Of<Addressed>())
            foreach (var addressee in addressed.Fact.To.Each())
            {
                var reached = Reached(v, addressed.Fact.Document, addressee).ToList();
                var due = addressed.Fact.Due ?? (addressed.When.To ?? addressed.When.From)?.AddDays(v.Limits.DueDays);
                if (due is not { } day) continue;
                if (reached.Exists(r => r.When.From is not { } from || from <= day)) continue;
                if (reached.Count > 0) yield return Breach.Of([.. reached.Take(1)]).With(addressed.Record) with { Until = reached[0].When.To ?? reached[0].When.From };
                else if (day < v.Day && !v.Of<Withheld>(w => w.Document, addressed.Fact.Document).Any()) yield return Breach.Of(addressed.Record);
            }
    }

    /// <summary>Whether a document had a day on which it was due to that reader, and reached them by then, or that day is still to come.</summary>
    private static bool InTime(FactView v, string document, string reader) => v.Of<Addressed>(a => a.Document, document)
        .Where(a => a.Fact.To.Each().Contains(reader, StringComparer.Ordinal)).Select(a => a.Fact.Due).FirstOrDefault(d => d is not null) is { } due
        && (due >= v.Day || Reached(v, document, reader).Any(r => r.When.To <= due));

    private static IEnumerable<RecordedFact> Reached(FactView v, string document, string reader) =>
        v.Of<Delivered>(d => d.Document, document).Where(d => d.Fact.To.Each().Contains(reader, StringComparer.Ordinal)).Select(d => d.Record)
            .Concat(v.Of<Published>(p => p.Document, document).Select(p => p.Record));

    /// <summary>Members of a deciding body decide with materially unequal access to the documents on the matter.</summary>
    public static IEnumerable<Breach> SplitKnowledge(FactView v)
    {
        foreach (var known in v.Of<Known>().Where(k => k.Fact.Body is not null))
            if (known.Fact.By.Each().Length > 0 && known.Fact.NotBy.Each().Length > 0) yield return Breach.Of(known.Record);
            // One fact may tell of those who knew it, another of those who did not then.
            else if (known.Fact.NotBy.Each().Length > 0)
                foreach (var others in v.Of<Known>(k => k.Document, known.Fact.Document).Where(k => k.Fact.Body == known.Fact.Body && k.Fact.By.Each().Length > 0 && k.Fact.NotBy.Each().IsEmpty && k.When.MayPrecede(known.When)))
                    yield return Breach.Of(known.Record, others.Record);
    }

    /// <summary>A document is shown to hand-picked readers instead of to all who have the same title to it.</summary>
    public static IEnumerable<Breach> SelectedReaders(FactView v) => v.Of<Delivered>()
        .Where(d => d.Fact.Entitled.Each().Any(e => !d.Fact.To.Each().Any(t => v.SameOrWithin(e, t))
            && !v.Of<Delivered>(o => o.Document, d.Fact.Document).Any(o => o.Record != d.Record && o.Fact.To.Each().Any(t => v.SameOrWithin(e, t)) && o.When.MayPrecede(d.When))
            && !v.Of<Published>(p => p.Document, d.Fact.Document).Any(p => p.When.MayPrecede(d.When))))
        .Select(d => Breach.Of(d.Record));

    /// <summary>A notice of a session, ballot or ceremony with wrong time, place or content is given to someone entitled to take part.</summary>
    public static IEnumerable<Breach> FalseNotice(FactView v) => v.Of<Noticed>()
        .Where(n => n.Fact.Accurate == false || n.Fact is { Said: { } said, True: { } real } && said != real).Select(n => Breach.Of(n.Record));

    /// <summary>A contribution made in a session is missing from or altered in its record.</summary>
    public static IEnumerable<Breach> OmittedFromMinutes(FactView v) => v.Of<Minuted>().Where(m => !m.Fact.Included || m.Fact.Altered == true).Select(m => Breach.Of(m.Record));

    /// <summary>A promised or ordered correction is not published in due time.</summary>
    public static IEnumerable<Breach> UnansweredRectification(FactView v)
    {
        foreach (var promised in v.Of<Undertook>().Where(u => u.Fact.What == UndertakingKind.Rectification))
        {
            var outcome = v.Of<Settled>(s => s.Undertaking, promised.Fact.Undertaking).ToList();
            if (outcome.Find(s => !s.Fact.Kept) is { Record: { } unkept }) yield return Breach.Of(unkept).With(promised.Record);
            else if (promised.Fact.Due is { } last && outcome.Count > 0 && outcome.TrueForAll(s => s.When.From > last))
                yield return Breach.Of(outcome[0].Record).With(promised.Record) with { Until = outcome[0].When.To ?? outcome[0].When.From };
            else if (outcome.Count == 0 && (promised.Fact.Due is { } due ? due < v.Day : v.Passed(promised.When, v.Limits.DueDays))) yield return Breach.Of(promised.Record);
        }
    }

    /// <summary>Positions in a debate do not get equal space, prominence, timing or distribution.</summary>
    public static IEnumerable<Breach> UnequalSpace(FactView v) => v.Of<Covered>()
        .Where(c => c.Fact.Equal == false || OneSide(c.Fact.Given, c.Fact.Omitted)).Select(c => Breach.Of(c.Record));

    /// <summary>An official report of a session leaves out the contributions or votes of one side.</summary>
    public static IEnumerable<Breach> OneSidedReport(FactView v) => v.Of<Covered>()
        .Where(c => c.Fact.Report == true && (OneSide(c.Fact.Given, c.Fact.Omitted) || OneSide(c.Fact.VotesGiven, c.Fact.VotesOmitted))).Select(c => Breach.Of(c.Record));

    /// <summary>Whether it has something of one side and nothing of another.</summary>
    private static bool OneSide(ImmutableArray<string> given, ImmutableArray<string> omitted) => given.Each().Length > 0 && omitted.Each().Length > 0;

    /// <summary>An official organ prints an unsigned text against an identified member or tendency.</summary>
    public static IEnumerable<Breach> UnsignedAttack(FactView v) => v.Of<Printed>()
        .Where(p => p.Fact.Signed == false && p.Fact.Against.Each().Length > 0).Select(p => Breach.Of(p.Record));

    /// <summary>
    /// An editor in charge of a debate is replaced, instructed off the record or resigns under protest while the debate is open.
    /// </summary>
    public static IEnumerable<Breach> EditorDisplaced(FactView v) => v.Of<EditorsChanged>()
        .Where(e => e.Fact.DebateOpen == true && (e.Fact.How != EditorChange.Resigned || e.Fact.Protest == true)).Select(e => Breach.Of(e.Record));

    /// <summary>A decision or debate is presented without the petition, letter or pressure it answers.</summary>
    public static IEnumerable<Breach> ConcealedOrigin(FactView v) => v.Of<Presented>()
        .Where(p => p.Fact.OriginNamed == false && p.Fact.Origin.Each().Length > 0).Select(p => Breach.Of(p.Record));

    /// <summary>A view is attributed to someone without a verifiable document, or a quotation deviates from it.</summary>
    public static IEnumerable<Breach> UnsourcedQuotation(FactView v) => v.Of<Attributed>()
        .Where(a => a.Fact.Sourced == false || a.Fact.Faithful == false).Select(a => Breach.Of(a.Record));

    /// <summary>A result or figure is given without the totals, turnout or counter-votes needed to check it.</summary>
    public static IEnumerable<Breach> UnknownDenominator(FactView v) => v.Of<Counted>().Where(c => !Checkable(c.Fact)).Select(c => Breach.Of(c.Record));

    /// <summary>Votes, delegates or persons counted, with two of yes, no and all votes cast as exact numbers.</summary>
    public static bool Checkable(Counted c) =>
        c.Unit is CountUnit.Votes or CountUnit.Delegates or CountUnit.Persons
        && new[] { c.Yes, c.No, c.Cast }.Count(f => f is { Exact: not null, About: false }) >= 2;

    /// <summary>
    /// A member's recorded will on own person, papers or proposals is set aside without the consent of those named by that member.
    /// </summary>
    public static IEnumerable<Breach> WillOverridden(FactView v) =>
        from aside in v.Of<SetAside>()
        where aside.Fact.Consent == false
        from will in v.Of<Willed>(w => w.Person, aside.Fact.Person)
        where will.Fact.About == aside.Fact.About && will.When.MayPrecede(aside.When)
        select Breach.Of(aside.Record).With(will.Record);
}
