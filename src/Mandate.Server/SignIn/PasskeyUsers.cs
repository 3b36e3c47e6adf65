using Microsoft.AspNetCore.Identity;

namespace Mandate.Server.SignIn;

/// <summary>A person of one organisation, as passkeys know them.</summary>
/// <param name="Handle">See <see cref="CardStore.Handle"/>.</param>
public sealed record PasskeyUser(string Person, string Handle);

/// <summary>
/// The passkeys of one organisation as the framework's check of them asks for them. It reads only: what follows from a check is written by
/// <see cref="PasskeyEndpoints"/>.
/// </summary>
internal sealed class PasskeyUsers(CardStore cards) : IUserPasskeyStore<PasskeyUser>
{
    public Task<PasskeyUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(cards.PersonBehind(userId) is { } person ? new PasskeyUser(person, userId) : null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. cards.PasskeysOf(user.Person).Select(Info)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(cards.FindPasskey(credentialId) is { } passkey && passkey.Person == user.Person ? Info(passkey) : null);

    public Task<PasskeyUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(cards.FindPasskey(credentialId) is { } passkey ? new PasskeyUser(passkey.Person, passkey.Handle) : null);

    public Task<string> GetUserIdAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult(user.Handle);

    public Task<string?> GetUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person);

    public Task<PasskeyUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<PasskeyUser?>(null);

    public Task AddOrUpdatePasskeyAsync(PasskeyUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(PasskeyUser user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(PasskeyUser user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(PasskeyUser user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
        // The store is the organisation's and stays open.
    }

    private static UserPasskeyInfo Info(Passkey p) => new(p.Id, p.PublicKey, p.Added, p.Count, [], true, p.Eligible, p.Copied, [], []);

    private static NotSupportedException ReadOnly() => new("Passkeys are written by the sign-in pages only.");
}
