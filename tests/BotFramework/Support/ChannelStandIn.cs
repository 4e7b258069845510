using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LibraryBot.Tests.BotFramework.Support;

/// <summary>A channel service on this machine: its keys, its token endpoint and its REST interface, over real HTTP.</summary>
internal sealed class ChannelStandIn : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";

    /// <summary>Making a pair of keys takes longer than a test.</summary>
    private static readonly ConcurrentDictionary<string, RSA> Pairs = new();

    private static readonly ConcurrentDictionary<string, string> Certificates = new();

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (RSA Key, string[] Endorsements)> _keys = new();

    private ChannelStandIn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.None);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>A key that no channel has.</summary>
    public static RSA AnotherKey { get; } = RSA.Create(2048);

    public sealed record Call(string Method, string Path, string? Authorization, JsonNode? Body);

    /// <summary>What the bot asked of the channel, but for showing that it types, which the channel takes and forgets.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers instead of the usual one, when it returns something.</summary>
    public Func<Call, (int Status, string Json)?> Answer { get; set; } = _ => null;

    /// <summary>Answers a call by itself, or not at all, when it returns true; the call is recorded before.</summary>
    public Func<Call, HttpContext, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The TCP connections that calls came in by.</summary>
    public ConcurrentDictionary<string, bool> Connections { get; } = new();

    public int MetadataReads { get; private set; }

    /// <summary>Whether metadata and keys cannot be had.</summary>
    public bool IsDown { get; set; }

    /// <summary>What the token endpoint answers.</summary>
    public (int Status, string Json) TokenAnswer { get; set; } = (200, """{"token_type":"Bearer","expires_in":3600,"access_token":"token-of-the-bot"}""");

    public Uri Url => new(_app.Urls.First());

    public string ServiceUrl => new Uri(Url, "/channel/").AbsoluteUri;

    public static async Task<ChannelStandIn> StartAsync()
    {
        var channel = new ChannelStandIn();
        channel.AddKey("first", "msteams", "webchat");
        await channel._app.StartAsync();
        return channel;
    }

    public Dictionary<string, string?> Settings() => new()
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "secret",
        ["ToBotFromChannelOpenIdMetadataUrl"] = new Uri(Url, "/metadata").AbsoluteUri,
        ["ToBotFromChannelTokenIssuer"] = Issuer,
        ["ToChannelFromBotLoginUrl"] = new Uri(Url, "/tenant").AbsoluteUri,
    };

    public void AddKey(string id, params string[] endorsements) => _keys[id] = (Pairs.GetOrAdd(id, _ => RSA.Create(2048)), endorsements);

    /// <summary>A pair of keys of the channel's.</summary>
    public RSA KeyOf(string id) => _keys[id].Key;

    public string Token(
        string? key = null,
        string? issuer = null,
        string? audience = null,
        string? serviceUrl = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        TimeSpan? expiresIn = null,
        RSA? signWith = null)
    {
        var id = key ?? _keys.Keys.First();
        var now = TimeProvider.System.GetUtcNow();
        var expires = now + (expiresIn ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? AppId,
            NotBefore = (expires < now ? expires : now).AddHours(-1).UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl ?? ServiceUrl },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(signWith ?? _keys[id].Key) { KeyId = id }, algorithm),
        });
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var (status, json) = path switch
        {
            "/metadata" or "/keys" when IsDown => (502, "{}"),
            "/metadata" => (200, Metadata()),
            "/keys" => (200, Keys()),
            "/tenant/oauth2/v2.0/token" => TokenAnswer,
            _ => await RecordAsync(context),
        };
        if (status == 0)
        {
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    private string Metadata()
    {
        MetadataReads++;
        return new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = new Uri(Url, "/keys").AbsoluteUri }.ToJsonString();
    }

    private string Keys()
    {
        var keys = new JsonArray();
        foreach (var (id, (key, endorsements)) in _keys)
        {
            var parameters = key.ExportParameters(false);
            keys.Add(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["x5c"] = new JsonArray(Certificates.GetOrAdd(id, _ => CertificateOf(key))),
                ["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]),
            });
        }

        return new JsonObject { ["keys"] = keys }.ToJsonString();
    }

    /// <summary>The published keys bear their certificates too.</summary>
    private static string CertificateOf(RSA key)
    {
        using var certificate = new CertificateRequest("CN=channel", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return Convert.ToBase64String(certificate.RawData);
    }

    private async Task<(int Status, string Json)> RecordAsync(HttpContext context)
    {
        var request = context.Request;
        Connections[context.Connection.Id] = true;
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        var call = new Call(request.Method, request.Path + request.QueryString, request.Headers.Authorization, text.Length == 0 ? null : JsonNode.Parse(text));

        // A slow machine makes the bot show typing before its answer, in any test; typing has tests of its own.
        if ((call.Body as JsonObject)?["type"] is JsonValue type && (string?)type == "typing")
        {
            return (200, "{}");
        }

        Calls.Enqueue(call);
        return await Instead(call, context) ? (0, string.Empty) : Answer(call) ?? (200, $$"""{"id":"sent-{{Calls.Count}}"}""");
    }
}
