using System.Buffers.Text;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Trust;

/// <summary>
/// Who decides whose signatures are believed. Where the constitution has no clause <c>ledger</c>, the keeper of the register does,
/// with the periods of decision 0130.
/// </summary>
public static class TrustRules
{
    private const int MostKeys = 20;

    private static readonly Period DefaultNotice = new(14, PeriodUnit.Day) { Clause = new("", 0, 0) };
    private static readonly Period DefaultKeyWaits = new(7, PeriodUnit.Day) { Clause = new("", 0, 0) };

    public static Decision Decide(State state, Act act, TrustCommand command) => command switch
    {
        SetWitnesses c => Set(state, act, c),
        OpenEpoch c => Open(state, act, c),
        _ when state.Founding.Stage != FoundingStage.Closed => ProtocolRefusals.NotFounded(),
        RegisterKey c => Register(state, act, c),
        RecordKeyNotice c => Notify(state, act, c),
        WithdrawKey c => Withdraw(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>Null when whoever acts may, or the member never asked for more than the server's word.</summary>
    public static Refusal? Signature(State state, Act act) =>
        state.Trust.Counting(act.By, act.At) is { Demand: true } && !state.Trust.KeysOf(act.By).Any(k => k.Key == act.SignedWith && k.CountsAt(act.At))
            ? TrustRefusals.NeedsOwnKey(act.By)
            : null;

    /// <summary>The clause under which the ledger is kept, and by whom.</summary>
    public static (Ref KeptBy, string Clause, Period Notice, Period KeyWaits) Keeper(Constitution rules)
    {
        if (rules.Ledger is { } ledger) return (ledger.KeptBy, ledger.Clause.Path, ledger.Notice ?? DefaultNotice, ledger.KeyWaits ?? DefaultKeyWaits);
        var register = RollRules.Members(rules).Register;
        return (register.KeptBy, register.Clause.Path, DefaultNotice, DefaultKeyWaits);
    }

    private static Decision Set(State state, Act act, SetWitnesses command)
    {
        if (state.Founding.Stage == FoundingStage.Nothing) return ProtocolRefusals.NotFounded();
        if (Policies.Fault(command.Needed, command.Groups) is { } fault) return fault;
        if (state.Founding.Stage == FoundingStage.Open)
        {
            if (!state.Founding.Founders.Contains(act.By, StringComparer.Ordinal)) return FoundingRefusals.NotAFounder(act.By);
            var set = new WitnessesSet(command.Needed, command.Groups, act.At);
            return state.Founding.Approved.IsEmpty ? Decision.Accept("", set) : Decision.Accept("", set, new ApprovalsVoided());
        }
        var (by, clause, notice, _) = Keeper(state.Statutes.At(act.At));
        return Authority.Decides(state, act, by, clause) is { } refusal
            ? refusal
            : Decision.Accept(clause, new WitnessesSet(command.Needed, command.Groups, Periods.After(act.At, notice)));
    }

    private static Decision Open(State state, Act act, OpenEpoch command)
    {
        if (state.Founding.Stage == FoundingStage.Nothing) return ProtocolRefusals.NotFounded();
        if (command.Size < 0 || command.Size > state.Size) return ProtocolRefusals.Malformed("size", $"at most {state.Size}, the entries that are here", command.Size);
        if (string.IsNullOrWhiteSpace(command.Lost)) return ProtocolRefusals.Malformed("lost", "what is known to be missing, or that nothing is", "");
        if (state.Trust.Epochs.Any(e => e.Origin == command.Origin)) return ProtocolRefusals.Taken("epoch", command.Origin);
        if (state.Founding.Stage == FoundingStage.Open && state.Founding.Founders.Contains(act.By, StringComparer.Ordinal)) return Accept("");
        var (by, clause, _, _) = Keeper(state.Statutes.At(act.At));
        return Authority.Decides(state, act, by, clause) is { } refusal ? refusal : Accept(clause);

        Decision Accept(string under) => Decision.Accept(under, new EpochOpened(command.Origin, command.Before, command.Size, command.Root, command.Lost));
    }

    private static Decision Register(State state, Act act, RegisterKey command)
    {
        var clause = Keeper(state.Statutes.At(act.At)).Clause;
        if (state.Roll.Member(act.By) is not { Counts: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!IsKey(command.Key)) return ProtocolRefusals.Malformed("key", "an Ed25519 public key, 32 bytes in base64", command.Key);
        var keys = state.Trust.KeysOf(act.By);
        if (keys.Any(k => k.Key == command.Key)) return ProtocolRefusals.Taken("key", command.Key);
        if (keys.Count(k => !k.HasEnded(act.At)) >= MostKeys) return ProtocolRefusals.Malformed("key", $"at most {MostKeys} keys at a time", keys.Length);
        if (command.Replaces is { } old && !keys.Any(k => k.Key == old && !k.HasEnded(act.At))) return ProtocolRefusals.Unknown("key", old);
        return Decision.Accept(clause, new KeyRegistered(act.By, command.Key, command.Demand, command.Replaces));
    }

    private static Decision Notify(State state, Act act, RecordKeyNotice command)
    {
        var rules = state.Statutes.At(act.At);
        var register = RollRules.Members(rules).Register;
        var clause = Keeper(rules).Clause;
        if (Authority.Serves(state, act, register.KeptBy, clause) is { } refusal) return refusal;
        // Whoever registered a key cannot be the one who says that its owner was told.
        if (act.By == command.Person) return TrustRefusals.NotYourOwnNotice(clause, act.By);
        if (string.IsNullOrWhiteSpace(command.Channel)) return ProtocolRefusals.Malformed("channel", "how the member was told", "");
        return state.Trust.KeysOf(command.Person).Any(k => k.Key == command.Key && k.Counts is null && !k.HasEnded(act.At))
            ? Decision.Accept(clause, new KeyNotified(command.Person, command.Key, command.Channel, Periods.After(act.At, Keeper(rules).KeyWaits)))
            : TrustRefusals.NoNoticeToGive(command.Person, command.Key);
    }

    private static Decision Withdraw(State state, Act act, WithdrawKey command)
    {
        var (_, clause, _, waits) = Keeper(state.Statutes.At(act.At));
        if (state.Trust.KeysOf(act.By).FirstOrDefault(k => k.Key == command.Key && !k.HasEnded(act.At)) is not { } key) return ProtocolRefusals.Unknown("key", command.Key);
        // A server that has no key of the member's cannot put theirs aside before the vote it wants.
        var atOnce = !key.CountsAt(act.At) || state.Trust.KeysOf(act.By).Any(k => k.Key == act.SignedWith && k.CountsAt(act.At));
        return Decision.Accept(clause, new KeyWithdrawn(act.By, command.Key, atOnce ? act.At : Periods.After(act.At, waits)));
    }

    private static bool IsKey(string text) => text.Length == 44 && Base64.IsValid(text, out var length) && length == 32;
}
