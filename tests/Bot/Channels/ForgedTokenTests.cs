using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LibraryBot.BotFrameworkChannels;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using ChannelStandIn = LibraryBot.Tests.BotFramework.Support.ChannelStandIn;

namespace LibraryBot.Tests.Bot.Channels;

/// <summary>The bot with an app id, and a channel with keys of its own; every way to forge a token is tried at the real endpoint.</summary>
public sealed class ForgedTokenTests(ForgedTokenTests.TrustingBot bot) : IClassFixture<ForgedTokenTests.TrustingBot>
{
    public static TheoryData<string> Forged => [.. Forgeries.Keys];

    public static TheoryData<string> Genuine => [.. Tokens.Keys];

    private static Dictionary<string, Func<ChannelStandIn, string>> Tokens { get; } = new()
    {
        ["as the channel gives it"] = channel => Rs256(channel),
        ["RS384"] = channel => Signed(channel, header => header["alg"] = "RS384"),
        ["RS512"] = channel => Signed(channel, header => header["alg"] = "RS512"),
        ["expired just within the skew"] = channel => Rs256(channel, claims => claims["exp"] = Now(-270)),
        ["valid soon, within the skew"] = channel => Rs256(channel, claims => claims["nbf"] = Now(270)),
        ["scheme in small letters"] = channel => Rs256(channel).Replace("Bearer", "bearer", StringComparison.Ordinal),
        ["headers that point elsewhere are not followed"] = channel => Signed(channel, header => header["jku"] = "http://127.0.0.1:1/keys"),
    };

    private static Dictionary<string, Func<ChannelStandIn, string?>> Forgeries { get; } = new()
    {
        ["no header"] = _ => null,
        ["an empty token"] = _ => "Bearer ",
        ["not a token"] = _ => "Bearer librarybot",
        ["three dots"] = _ => "Bearer ...",
        ["another scheme"] = channel => Rs256(channel).Replace("Bearer", "Basic", StringComparison.Ordinal),
        ["no scheme"] = channel => Rs256(channel)["Bearer ".Length..],
        ["alg none"] = channel => Signed(channel, header => header["alg"] = "none", _ => []),
        ["alg None, with a signature"] = channel => Signed(channel, header => header["alg"] = "None"),
        ["no alg"] = channel => Signed(channel, header => header.Remove("alg")),
        ["signature taken away"] = channel => Rs256(channel)[..(Rs256(channel).LastIndexOf('.') + 1)],
        ["HS256 with the public key in PEM"] = channel => Hs256(channel, Encoding.ASCII.GetBytes(channel.KeyOf("first").ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key in DER"] = channel => Hs256(channel, channel.KeyOf("first").ExportSubjectPublicKeyInfo()),
        ["HS256 with the modulus"] = channel => Hs256(channel, channel.KeyOf("first").ExportParameters(false).Modulus!),
        ["HS256 with the key's id"] = channel => Hs256(channel, "first"u8.ToArray()),
        ["PS256"] = channel => Signed(channel, header => header["alg"] = "PS256", bytes => channel.KeyOf("first").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["RS256 that is RS512"] = channel => Signed(channel, _ => { }, bytes => channel.KeyOf("first").SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["another audience"] = channel => Rs256(channel, claims => claims["aud"] = "99999999-2222-3333-4444-555555555555"),
        ["no audience"] = channel => Rs256(channel, claims => claims.Remove("aud")),
        ["an empty audience"] = channel => Rs256(channel, claims => claims["aud"] = ""),
        ["two audiences"] = channel => Rs256(channel, claims => claims["aud"] = new JsonArray("other", ChannelStandIn.AppId)),
        ["another issuer"] = channel => Rs256(channel, claims => claims["iss"] = "https://evil.example"),
        ["the Emulator's issuer"] = channel => Rs256(channel, claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["almost the issuer"] = channel => Rs256(channel, claims => claims["iss"] = ChannelStandIn.Issuer + "/"),
        ["no issuer"] = channel => Rs256(channel, claims => claims.Remove("iss")),
        ["an unknown key"] = channel => Signed(channel, header => header["kid"] = "of-my-own", Attacker),
        ["no key id"] = channel => Signed(channel, header => header.Remove("kid")),
        ["a known key's id, another key"] = channel => Signed(channel, _ => { }, Attacker),
        ["a key not endorsed for the channel"] = channel => Signed(channel, header => header["kid"] = "slack-only"),
        ["a key without endorsements"] = channel => Signed(channel, header => header["kid"] = "bare"),
        ["an endorsed key's id on another key's work"] = channel => Signed(
            channel, _ => { }, bytes => channel.KeyOf("slack-only").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        ["another service URL"] = channel => Rs256(channel, claims => claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"),
        ["the service URL's beginning"] = channel => Rs256(channel, claims => claims["serviceurl"] = channel.ServiceUrl[..^1]),
        ["no service URL"] = channel => Rs256(channel, claims => claims.Remove("serviceurl")),
        ["an empty service URL"] = channel => Rs256(channel, claims => claims["serviceurl"] = ""),
        ["expired beyond the skew"] = channel => Rs256(channel, claims => claims["exp"] = Now(-330)),
        ["never expires"] = channel => Rs256(channel, claims => claims.Remove("exp")),
        ["expires in words"] = channel => Rs256(channel, claims => claims["exp"] = "tomorrow"),
        ["not yet valid"] = channel => Rs256(channel, claims => claims["nbf"] = Now(330)),
        ["cut short"] = channel => Rs256(channel)[..^20],
        ["cut in the middle"] = channel => Rs256(channel)[..(Rs256(channel).Length / 2)],
        ["one letter changed"] = channel => Changed(Rs256(channel)),
        ["signed by a jwk it brings along"] = channel => Signed(channel, header =>
        {
            header["jwk"] = AttackersJwk();
            header["kid"] = "of-my-own";
        }, Attacker),
        ["signed by a jwk it brings along under a known id"] = channel => Signed(channel, header => header["jwk"] = AttackersJwk(), Attacker),
        ["signed by a key behind a jku"] = channel => Signed(channel, header => (header["jku"], header["kid"]) = (new Uri(channel.Url, "/attacker").AbsoluteUri, "of-my-own"), Attacker),
        ["signed by a key behind an x5u"] = channel => Signed(channel, header => (header["x5u"], header["kid"]) = (new Uri(channel.Url, "/attacker").AbsoluteUri, "of-my-own"), Attacker),
        ["encrypted, says its shape"] = channel => $"{Rs256(channel)}.a.b",
        ["huge"] = channel => Rs256(channel, claims => claims["more"] = new string('a', 20_000)),
        ["claims are no object"] = channel => $"Bearer {Encode("""{"alg":"RS256","kid":"first"}""")}.{Encode("[1]")}.AAAA",
        ["header is no JSON"] = _ => $"Bearer {Encode("alg")}.{Encode("{}")}.AAAA",
    };

    [Theory, MemberData(nameof(Genuine))]
    public async Task AGenuineTokenIsTaken(string what)
    {
        var turns = bot.Turns;

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync([Tokens[what](bot.Channel)]));

        Assert.Equal(turns + 1, bot.Turns);
    }

    [Theory, MemberData(nameof(Forged))]
    public async Task AForgedTokenIsRefusedAndChangesNothing(string what) =>
        await RefusedAsync(Forgeries[what](bot.Channel) is { } header ? [header] : []);

    [Fact]
    public Task TwoTokensAreNone() => RefusedAsync([Rs256(bot.Channel), Rs256(bot.Channel)]);

    [Fact]
    public Task AGoodTokenBesideABadOneIsNone() => RefusedAsync([Rs256(bot.Channel), "Bearer a.b.c"]);

    [Fact]
    public Task ATokenOfOneChannelIsNoneOfAnother() => RefusedAsync([Rs256(bot.Channel)], "slack");

    [Fact]
    public Task ATokenOfOneChannelIsNoneOfTheEmulator() => RefusedAsync([Rs256(bot.Channel)], "emulator");

    [Fact]
    public async Task ATokenBeyondWhatHeadersHoldIsRefusedByTheServer()
    {
        var (turns, rows) = (bot.Turns, await bot.RowsAsync());

        var status = await bot.PostAsync([Rs256(bot.Channel, claims => claims["more"] = new string('a', 200_000))]);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, status);
        Assert.Equal((turns, rows), (bot.Turns, await bot.RowsAsync()));
    }

    private async Task RefusedAsync(string[] headers, string channel = "msteams")
    {
        var (turns, rows) = (bot.Turns, await bot.RowsAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(headers, channel));

        Assert.Equal((turns, rows), (bot.Turns, await bot.RowsAsync()));
        Assert.DoesNotContain(bot.Channel.Calls, call => call.Path.Contains("attacker", StringComparison.Ordinal));
    }

    private static string Rs256(ChannelStandIn channel, Action<JsonObject>? change = null) => Signed(channel, _ => { }, null, change);

    private static string Hs256(ChannelStandIn channel, byte[] secret) =>
        Signed(channel, header => header["alg"] = "HS256", bytes => HMACSHA256.HashData(secret, bytes));

    private static string Signed(ChannelStandIn channel, Action<JsonObject> changeHeader, Func<byte[], byte[]>? sign = null, Action<JsonObject>? changeClaims = null)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "first" };
        var claims = new JsonObject
        {
            ["iss"] = ChannelStandIn.Issuer,
            ["aud"] = ChannelStandIn.AppId,
            ["serviceurl"] = channel.ServiceUrl,
            ["nbf"] = Now(-600),
            ["exp"] = Now(3600),
        };
        changeHeader(header);
        changeClaims?.Invoke(claims);
        var text = $"{Encode(header.ToJsonString())}.{Encode(claims.ToJsonString())}";
        var hash = (string?)header["alg"] switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        sign ??= bytes => channel.KeyOf((string?)header["kid"] ?? "first").SignData(bytes, hash, RSASignaturePadding.Pkcs1);
        return $"Bearer {text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static byte[] Attacker(byte[] bytes) => ChannelStandIn.AnotherKey.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static JsonObject AttackersJwk()
    {
        var key = ChannelStandIn.AnotherKey.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["kid"] = "of-my-own", ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent) };
    }

    private static string Changed(string token)
    {
        var place = token.IndexOf('.', StringComparison.Ordinal) + 20;
        return token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);

    private static long Now(int seconds) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;

    public sealed class TrustingBot : IAsyncLifetime
    {
        private readonly TurnCounter _turns = new();
        private BotHost _bot = null!;

        internal ChannelStandIn Channel { get; private set; } = null!;

        internal int Turns => _turns.Count;

        public async Task InitializeAsync()
        {
            Channel = await ChannelStandIn.StartAsync();
            Channel.AddKey("slack-only", "slack");
            Channel.AddKey("bare");
            _bot = await BotHost.StartAsync(null, [.. Channel.Settings().Select(setting => $"--{setting.Key}={setting.Value}")]);
            _bot.Services.GetRequiredService<ChannelAdapter>().Use(_turns);
        }

        public async Task DisposeAsync()
        {
            await _bot.DisposeAsync();
            await Channel.DisposeAsync();
        }

        internal async Task<HttpStatusCode> PostAsync(string[] authorization, string channel = "msteams")
        {
            var activity = Messages.Expecting("When is the library open?");
            activity["channelId"] = channel;
            activity["serviceUrl"] = Channel.ServiceUrl;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToString(), Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await _bot.Client.SendAsync(request);
            return response.StatusCode;
        }

        /// <summary>How many rows there are in all tables together.</summary>
        internal async Task<long> RowsAsync()
        {
            await using var context = _bot.NewContext();
            return await context.RowsAsync();
        }
    }
}
