using LibraryBot.Tests.BotFramework.Support;
using Microsoft.Bot.Connector.Authentication;

namespace LibraryBot.Tests.BotFramework.Connector;

public sealed class ChannelKeysTests : IAsyncLifetime, IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly HttpClient _client = new();
    private ChannelStandIn _channel = null!;
    private ChannelKeys _keys = null!;

    public async Task InitializeAsync()
    {
        _channel = await ChannelStandIn.StartAsync();
        _keys = new ChannelKeys(_channel.Settings()["ToBotFromChannelOpenIdMetadataUrl"]!, _client, _clock);
    }

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ManyWhoWaitShareOneReading()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _keys.GetAsync(default)));
        Assert.Equal(1, _channel.MetadataReads);
    }

    [Fact]
    public async Task KeysThatAreADayOldServeWhileTheyAreReadAgain()
    {
        var first = await _keys.GetAsync(default);
        _clock.Step(ChannelKeys.RefreshedAfter);
        Assert.Same(first, await _keys.GetAsync(default));
        while (ReferenceEquals(await _keys.GetAsync(default), first))
        {
            await Task.Yield();
        }

        Assert.Equal(2, _channel.MetadataReads);
    }

    [Fact]
    public async Task KeysThatCannotBeReadAgainAreForgottenAfterTwoDays()
    {
        var first = await _keys.GetAsync(default);
        _channel.IsDown = true;
        _clock.Step(ChannelKeys.ForgottenAfter - TimeSpan.FromSeconds(1));
        Assert.Same(first, await _keys.GetAsync(default));
        _clock.Step(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ChannelKeysUnavailableException>(() => _keys.GetAsync(default));
        _channel.IsDown = false;
        Assert.NotSame(first, await _keys.GetAsync(default));
    }

    [Fact]
    public async Task UnknownKeysAreLookedForAFewTimesOnly()
    {
        var keys = await _keys.GetAsync(default);
        for (var i = 0; i < 20; i++)
        {
            keys = await _keys.RenewAsync(keys, default);
        }

        Assert.Equal(1 + ChannelKeys.MostRenewals, _channel.MetadataReads);
        _clock.Step(ChannelKeys.RenewalWindow);
        Assert.NotSame(keys, await _keys.RenewAsync(keys, default));
    }

    [Fact]
    public async Task WhoComesLateWithOldKeysGetsTheNewOnesUnread()
    {
        var first = await _keys.GetAsync(default);
        var second = await _keys.RenewAsync(first, default);
        Assert.Same(second, await _keys.RenewAsync(first, default));
        Assert.Equal(2, _channel.MetadataReads);
    }

    private sealed class SteppedClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Step(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _now);
    }
}
