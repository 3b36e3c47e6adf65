using System.Globalization;
using System.Security.Cryptography;

namespace Mandate.Node.Rehearsals;

/// <summary>What says that a folder holds a practice copy of another organisation: made to be thrown away.</summary>
/// <param name="Of">The folder name of the organisation that it is a copy of.</param>
/// <param name="Maker">Who made it; an id on that organisation's roll.</param>
/// <param name="Pass">Lets in whoever has it: the copy holds what only members may read.</param>
/// <param name="At">When it was made, in real time.</param>
/// <param name="Complete">False while it is being made: one that never was completed is removed at the next start.</param>
public sealed record Practice(string Of, string Maker, string Pass, DateTimeOffset At, bool Complete)
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const string Whole = "complete";

    internal static Practice New(string of, string maker, DateTimeOffset at) =>
        new(of, maker, RandomNumberGenerator.GetHexString(24, lowercase: true), at, Complete: false);

    /// <summary>Null where the folder holds no practice copy.</summary>
    internal static Practice? Read(string file) => !File.Exists(file) ? null : File.ReadAllLines(file) switch
    {
        [var of, var maker, var pass, var at, .. var rest] when DateTimeOffset.TryParseExact(at, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made) =>
            new(of, maker, pass, made, rest is [Whole]),
        _ => new("", "", RandomNumberGenerator.GetHexString(24), default, Complete: false),
    };

    internal void Write(string file) =>
        File.WriteAllText(file, string.Join('\n', Of, Maker, Pass, At.ToString(Moment, CultureInfo.InvariantCulture), Complete ? Whole : "being made") + "\n");
}
