using System.Net;
using System.Text;
using LibraryBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ChannelStandIn = LibraryBot.Tests.BotFramework.Support.ChannelStandIn;

namespace LibraryBot.Tests.Bot.Channels;

public sealed class SecretsStaySecretTests
{
    private const string Password = "pass~word-of-the-bot-4711";

    [Theory]
    [InlineData(200, """{"token_type":"Bearer","expires_in":3600,"access_token":"token-of-the-bot-0815"}""", 1)]
    [InlineData(401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided: pass~word-of-the-bot-4711"}""", 0)]
    [InlineData(500, "pass~word-of-the-bot-4711", 0)]
    [InlineData(200, """{"token_type":"Bearer","access_token":"token-of-the-bot-0815""", 0)]
    public async Task NoLogHoldsASecretOrAToken(int status, string answer, int sent)
    {
        await using var channel = await ChannelStandIn.StartAsync();
        channel.TokenAnswer = (status, answer);
        var settings = channel.Settings();
        settings["MicrosoftAppPassword"] = Password;
        await using var bot = await BotHost.StartAsync(
            null, ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:System.Net.Http=Trace", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        using var log = new LogCapture();
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var genuine = channel.Token();
        var forged = channel.Token(signWith: ChannelStandIn.AnotherKey);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, channel, genuine));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, channel, forged));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, channel, genuine[..^9]));
        channel.Answer = _ => (403, """{"error":{"code":"Blocked"}}""");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, channel, genuine));

        Assert.Equal(2 * sent, channel.Calls.Count(call => (string?)call.Body?["type"] == "message"));
        // The log is listened to: what was refused is in it.
        Assert.Contains(log.Lines, line => line.Contains("Refused an activity", StringComparison.Ordinal));
        foreach (var secret in new[] { Password, Uri.EscapeDataString(Password), "token-of-the-bot-0815", genuine[^40..], forged[^40..], genuine.Split('.')[1] })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static async Task<HttpStatusCode> PostAsync(BotHost bot, ChannelStandIn channel, string token)
    {
        var activity = Messages.Expecting("When is the library open?");
        activity.Remove("deliveryMode");
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = channel.ServiceUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await bot.Client.SendAsync(request);
        return response.StatusCode;
    }
}
