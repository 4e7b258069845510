using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace LibraryBot.Tests.BotFramework.Builder;

public sealed class TestAdapterTokenTests : IDisposable
{
    private readonly TestAdapter _adapter = new();
    private readonly TurnContext _turn;

    public TestAdapterTokenTests()
    {
        _turn = new TurnContext(_adapter, new Activity { ChannelId = "directline", From = new ChannelAccount("ana") });
    }

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task ATokenIsForOnePersonOneChannelAndOneConnection()
    {
        Assert.Null(await _adapter.GetUserTokenAsync(_turn, "calendar", null));
        _adapter.AddUserToken("calendar", "directline", "ana", "abc");
        _adapter.AddUserToken("mail", "directline", "ben", "of ben");
        _adapter.AddUserToken("mail", "msteams", "ana", "elsewhere");
        var token = (await _adapter.GetUserTokenAsync(_turn, "calendar", null))!;
        Assert.Equal(("calendar", "abc"), (token.ConnectionName, token.Token));
        Assert.Null(await _adapter.GetUserTokenAsync(_turn, "mail", null));
    }

    [Fact]
    public async Task AMagicCodeMakesATokenThatStays()
    {
        _adapter.AddUserToken("calendar", "directline", "ana", "abc", "888999");
        Assert.Null(await _adapter.GetUserTokenAsync(_turn, "calendar", null));
        Assert.Null(await _adapter.GetUserTokenAsync(_turn, "calendar", "000000"));
        Assert.Equal("abc", (await _adapter.GetUserTokenAsync(_turn, "calendar", "888999"))!.Token);
        Assert.Equal("abc", (await _adapter.GetUserTokenAsync(_turn, "calendar", null))!.Token);
    }

    [Fact]
    public async Task SigningOutForgetsOneConnectionOrAll()
    {
        await _adapter.SignOutUserAsync(_turn);
        foreach (var connection in new[] { "a", "b", "c" })
        {
            _adapter.AddUserToken(connection, "directline", "ana", "token");
        }

        await _adapter.SignOutUserAsync(_turn, "a", "ana");
        Assert.Equal(["b", "c"], (await _adapter.GetTokenStatusAsync(_turn, "ana"))!.Select(status => status.ConnectionName).Order());
        Assert.Equal("c", Assert.Single((await _adapter.GetTokenStatusAsync(_turn, "ana", "c,d"))!).ConnectionName);
        await _adapter.SignOutUserAsync(_turn);
        Assert.Null(await _adapter.GetTokenStatusAsync(_turn, "ana"));
    }

    [Fact]
    public async Task ALinkNamesConnectionChannelAndPerson()
    {
        Assert.EndsWith("/calendar/directline/ana", await _adapter.GetOauthSignInLinkAsync(_turn, "calendar"), StringComparison.Ordinal);
        Assert.EndsWith("/calendar/directline/ben", await _adapter.GetOauthSignInLinkAsync(_turn, "calendar", "ben"), StringComparison.Ordinal);
        Assert.EndsWith("/calendar/directline/ana", (await _adapter.GetSignInResourceAsync(_turn, "calendar")).SignInLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCanBeExchangedIsExchanged()
    {
        _adapter.AddExchangeableToken("calendar", "directline", "ana", "given", "got");
        _adapter.ThrowOnExchangeRequest("calendar", "directline", "ana", "refused");
        Assert.Equal("got", (await _adapter.ExchangeTokenAsync(_turn, "calendar", "ana", new TokenExchangeRequest(token: "given")))!.Token);
        Assert.Equal("got", (await _adapter.ExchangeTokenAsync(_turn, "calendar", "ana", new TokenExchangeRequest("given")))!.Token);
        Assert.Null(await _adapter.ExchangeTokenAsync(_turn, "calendar", "ana", new TokenExchangeRequest(token: "unknown")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.ExchangeTokenAsync(_turn, "calendar", "ana", new TokenExchangeRequest(token: "refused")));
    }
}
