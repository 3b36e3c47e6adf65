using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Demo;

/// <summary>The council convenes the congress by a decision in writing; every member has a notice in their language.</summary>
internal sealed class ConveningScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play(string congress, DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-112));
        var convene = new ConveneSession(congress, "congress", null, "Antwerpen, Huis van de Havenarbeid", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(2), null);
        floor.Do(cast.Council[0], new ProposeAct("w-convene", "council", null, convene));
        foreach (var member in cast.Council.Skip(1).Take(7)) floor.Do(member, new SignAct("w-convene", []));
        Serve(congress, opens);
    }

    /// <summary>E-mail to all; some bounce and go by post. Recorded branch by branch.</summary>
    private void Serve(string congress, DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-108));
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var entitled = floor.State.Sessions.Find(congress)!.Entitled.ToHashSet(StringComparer.Ordinal);
        var bounced = new List<Person>();
        foreach (var branch in people.Where(p => entitled.Contains(p.Id)).GroupBy(p => (p.Branch, p.Language)))
        {
            foreach (var some in branch.Chunk(400))
                floor.Do(cast.Council[0], new RecordService(congress, [.. some.Select(p => p.Id)], ServiceOutcome.Sent, "email", day, branch.Key.Language));
            bounced.AddRange(branch.Where(p => p.Id[^1] is 'q'));
        }
        floor.MoveTo(opens.AddDays(-106));
        day = day.AddDays(2);
        foreach (var language in bounced.GroupBy(p => p.Language, StringComparer.Ordinal))
        {
            foreach (var some in language.Chunk(400))
            {
                var ids = some.Select(p => p.Id).ToImmutableArray();
                floor.Do(cast.Council[0], new RecordService(congress, ids, ServiceOutcome.Bounced, "email", day, language.Key));
                floor.Do(cast.Council[0], new RecordService(congress, ids, ServiceOutcome.Posted, "letter", day, language.Key));
            }
        }
    }
}
