using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Sequencing;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Chronologies;

/// <summary>
/// Founds an organisation that keeps a chronology and puts the chronology on its record, act by act, through the rules. It is a
/// rehearsal, so that its clock can stand at the end of the story.
/// </summary>
public static class ChronologyFounding
{
    /// <summary>The member who records; a name that no chronology gives to anybody.</summary>
    public const string Recorder = "keeper-of-the-chronicle";

    private const string Room = "reading-room";

    /// <summary>Acts put at once, without waiting for each to be durable.</summary>
    private const int AtOnce = 500;

    /// <summary>The constitution of those who keep it.</summary>
    public static string Constitution { get; } = Read("keepers.yaml");

    /// <summary>The morning after the last day of the story.</summary>
    public static DateTimeOffset Start(Chronology chronology) => new((chronology.LastDay ?? new DateOnly(2000, 1, 1)).AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero);

    /// <summary>The acts, in order, of the one who records.</summary>
    /// <param name="personal">The commitment to the recorder's personal data, of which there is none.</param>
    private static IEnumerable<Command> Acts(Chronology chronology, string personal)
    {
        var day = DateOnly.FromDateTime(Start(chronology).UtcDateTime);
        yield return new OpenFounding(Name(Constitution), Entry.Of(), [Recorder], Rehearsal: true);
        yield return new EnterUnits([new Unit(Room, "reading_room", chronology.Title, null, day)]);
        yield return new EnterMembers([new Member(Recorder, Room, day, "en", MemberStatus.Active, personal)]);
        yield return new ApproveFounding();
        yield return new CloseFounding();
        foreach (var act in chronology.Acts) yield return act;
    }

    /// <summary>Puts every act to the rules without writing anything: the first refusal with its act, or the state that they make.</summary>
    public static (State State, Command? Refused, Refusal? Why) Try(Chronology chronology)
    {
        var state = State.Empty;
        var blobs = new Blobs(name => name == Name(Constitution) ? Encoding.UTF8.GetBytes(Constitution) : null);
        var at = Start(chronology);
        foreach (var command in Acts(chronology, ""))
        {
            var act = new Act(Id(state.Size), at, Recorder, command) { Blobs = blobs };
            switch (Decider.Decide(state, act))
            {
                case Decision.Accepted accepted:
                    state = Decider.Evolve(state, accepted.Events, new Occasion(state.Size, at, Recorder, blobs));
                    break;
                case Decision.Refused refused:
                    return (state, command, refused.Refusal);
            }
        }
        return (state, null, null);
    }

    /// <summary>Puts every act on the record of a new organisation, made with <see cref="NodeOptions.RehearsalStart"/> at <see cref="Start"/>.</summary>
    /// <exception cref="InvalidOperationException">An act was not accepted: <see cref="Try"/> says which and why.</exception>
    public static async Task PlayAsync(OrganisationNode node, Chronology chronology, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var personal = node.Vault?.Keep([KeyValuePair.Create(Recorder, Entry.Of())])[Recorder] ?? "";
        var pending = new List<Task<Answer>>();
        long done = 0;
        foreach (var command in Acts(chronology, personal))
        {
            cancel.ThrowIfCancellationRequested();
            ImmutableArray<ReadOnlyMemory<byte>> blobs = command is OpenFounding ? [Encoding.UTF8.GetBytes(Constitution)] : [];
            pending.Add(node.SubmitAsync(Recorder, command, Id(done++), blobs));
            // The first act makes the rehearsal; only then does the node have its clock.
            if (done == 1 || pending.Count == AtOnce) await Settle();
            progress?.Report(done);
        }
        await Settle();

        async Task Settle()
        {
            foreach (var answer in pending)
                if (await answer is not Answer.Accepted) throw new InvalidOperationException($"an act of the chronology was not accepted: {await answer}");
            pending.Clear();
        }
    }

    private static string Id(long number) => "chronicle-" + number.ToString("00000", CultureInfo.InvariantCulture);

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(ChronologyFounding).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
