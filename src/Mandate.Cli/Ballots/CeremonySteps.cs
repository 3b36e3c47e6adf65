using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;

namespace Mandate.Cli.Ballots;

/// <summary>
/// The making of a key of which any k of n trustees decrypt. The members exchange files through one folder (a stick that goes round);
/// what stands there others may read, what is secret stays in each member's own file.
/// </summary>
internal static class CeremonySteps
{
    private static readonly Option<string> ExchangeOption = new("--exchange") { Description = "The folder that goes round.", Required = true };
    private static readonly Option<string> SecretOption = new("--secret") { Description = "The member's own file of secrets.", Required = true };
    private static readonly Option<int> MemberOption = new("--member") { Description = "The member's number, from 1.", Required = true };
    private static readonly Option<int> OfOption = new("--of") { Description = "How many members there are.", Required = true };
    private static readonly Option<int> ThresholdOption = new("--threshold") { Description = "How many of them decrypt together.", Required = true };
    private static readonly Option<string> KeyOption = new("--key") { Description = "New file for the member's share of the key.", Required = true };
    private static readonly Option<string> OutOption = new("--out") { Description = "New file for the public record, which goes to the commission.", Required = true };

    public static Command Create(string description = "Trustees: make a key of which any k of n decrypt. Four rounds: begin, share, finish, record.") => new("ceremony", description)
    {
        new Command("begin", "Round 1, each member: secrets and a certificate.") { ExchangeOption, SecretOption, MemberOption, OfOption, ThresholdOption }.Running(Begin),
        new Command("share", "Round 2, each member, when all certificates are there: a contribution, and a sealed share for each other member.") { ExchangeOption, SecretOption }.Running(Share),
        new Command("finish", "Round 3, each member, when all shares are there: checks them all and writes the share of the key.") { ExchangeOption, SecretOption, KeyOption }.Running(Finish),
        new Command("record", "Round 4, anybody: the public record of the ceremony, checked.") { ExchangeOption, OutOption }.Running(Record),
    };

    private static int Begin(ParseResult parsed, Terminal terminal)
    {
        var (index, size, threshold) = (parsed.GetValue(MemberOption), parsed.GetValue(OfOption), parsed.GetValue(ThresholdOption));
        if (size is < 1 or > 1000 || threshold < 1 || threshold > size) throw CommandException.BadInput($"--threshold {threshold} --of {size}: the threshold is 1 to the number of members, which is at most 1000");
        if (index < 1 || index > size) throw CommandException.BadInput($"--member {index}: members have the numbers 1 to {size}");
        var member = new CeremonyMember(index, size, threshold, BallotFiles.Random);
        BallotFiles.WriteNew(parsed.GetValue(SecretOption)!, Convert.ToHexStringLower(member.ToBytes()) + "\n", secret: true);
        BallotFiles.WriteNew(Certificate(parsed.GetValue(ExchangeOption)!, index), member.Certificate.ToString());
        return Said(terminal, index, "Certificate written. When all members' certificates are there: 'mandate ballot ceremony share'.");
    }

    private static int Share(ParseResult parsed, Terminal terminal)
    {
        var (certificates, member) = Member(parsed);
        BallotFiles.WriteNew(Contribution(parsed, member.Index), BallotFiles.Guard(parsed.GetValue(ExchangeOption)!, () => member.Contribute(certificates)).ToString());
        for (var to = 1; to <= certificates.Count; to++)
            BallotFiles.WriteNew(SealedShare(parsed, member.Index, to), Convert.ToBase64String(member.SealShareFor(certificates[to - 1])));
        return Said(terminal, member.Index, "Contribution and sealed shares written. When all members' are there: 'mandate ballot ceremony finish'.");
    }

    private static int Finish(ParseResult parsed, Terminal terminal)
    {
        var (certificates, member) = Member(parsed);
        var contributions = Contributions(parsed, certificates.Count);
        var shares = Enumerable.Range(1, certificates.Count).Select(from =>
        {
            var file = SealedShare(parsed, from, member.Index);
            return BallotFiles.Read(file, (_, bytes) => member.OpenShareFrom(from, Base64(bytes))) ?? throw CommandException.BadInput($"{file}: was not sealed for this member in this ceremony");
        }).ToList();
        var (secret, key) = BallotFiles.Guard(parsed.GetValue(ExchangeOption)!, () => member.Finish(contributions, shares));
        TrusteeSteps.WriteSecret(parsed.GetValue(KeyOption)!, secret);
        BallotFiles.WriteNew(Key(parsed.GetValue(ExchangeOption)!, member.Index), key.ToString());
        return Said(terminal, member.Index, "All shares hold. Keep the share of the key; the file of secrets of the ceremony is no longer needed: destroy it.");
    }

    private static int Record(ParseResult parsed, Terminal terminal)
    {
        var certificates = Certificates(parsed.GetValue(ExchangeOption)!);
        var threshold = CeremonyMember.Read(certificates[0])!.Threshold;
        var keys = Enumerable.Range(1, certificates.Count).Select(i => BallotFiles.Read(Key(parsed.GetValue(ExchangeOption)!, i), (what, bytes) => TrusteeKey.Read(what, bytes, CurveGroup.Instance))).ToList();
        var record = BallotFiles.Guard(parsed.GetValue(ExchangeOption)!, () => CeremonyMember.Assemble(threshold, certificates, Contributions(parsed, certificates.Count), keys));
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, TrusteeItem.WriteAll([record]));
        terminal.Data(new JsonObject { ["threshold"] = threshold, ["members"] = certificates.Count }, $"Any {threshold} of {certificates.Count} trustees decrypt; the record verifies.");
        return ExitCode.Done;
    }

    private static (IReadOnlyList<SignedMessage> Certificates, CeremonyMember Member) Member(ParseResult parsed)
    {
        var certificates = Certificates(parsed.GetValue(ExchangeOption)!);
        return (certificates, Member(parsed.GetValue(SecretOption)!, parsed.GetValue(ExchangeOption)!, certificates));
    }

    /// <summary>The member whose file of secrets it is.</summary>
    public static CeremonyMember Member(string file, string exchange, IReadOnlyList<SignedMessage> certificates)
    {
        var secrets = TrusteeSteps.Bytes(file);
        return certificates.Select(c => CeremonyMember.FromBytes(secrets, c, BallotFiles.Random)).FirstOrDefault(m => m is not null)
            ?? throw CommandException.BadInput($"{file}: no certificate in {exchange} belongs to these secrets");
    }

    /// <summary>The certificates of all members, of which the first says how many there are.</summary>
    public static List<SignedMessage> Certificates(string exchange)
    {
        var first = ReadCertificate(1);
        var size = BallotFiles.Guard(exchange, () => CeremonyMember.Read(first))?.Size ?? throw CommandException.BadInput($"{Certificate(exchange, 1)}: the signature does not hold");
        return [first, .. Enumerable.Range(2, size - 1).Select(ReadCertificate)];

        SignedMessage ReadCertificate(int index) => BallotFiles.Read(Certificate(exchange, index), (what, bytes) => SignedMessage.Read(what, bytes, CurveGroup.Instance));
    }

    private static List<Contribution> Contributions(ParseResult parsed, int size) =>
        [.. Enumerable.Range(1, size).Select(i => BallotFiles.Read(Contribution(parsed, i), (what, bytes) => SecretBallot.Making.Contribution.Read(what, bytes)))];

    public static byte[] Base64(byte[] text)
    {
        try
        {
            return Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(text));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string Certificate(string exchange, int member) => Path.Combine(exchange, $"certificate-{N(member)}.json");

    private static string Contribution(ParseResult parsed, int member) => In(parsed, $"contribution-{N(member)}.json");

    private static string SealedShare(ParseResult parsed, int from, int to) => In(parsed, $"share-{N(from)}-to-{N(to)}.sealed");

    public static string Key(string exchange, int member) => Path.Combine(exchange, $"key-{N(member)}.json");

    private static string In(ParseResult parsed, string name) => Path.Combine(parsed.GetValue(ExchangeOption)!, name);

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Said(Terminal terminal, int member, string text)
    {
        terminal.Data(new JsonObject { ["member"] = member }, $"Member {member}: {text}");
        return ExitCode.Done;
    }
}
