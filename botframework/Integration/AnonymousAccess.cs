using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Without an app id nobody can prove anything, so only this machine may speak to the bot, and only in development.</summary>
internal static class AnonymousAccess
{
    /// <summary>What proxies and tunnels on this machine put on the requests of others.</summary>
    private static readonly string[] SignsOfForwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    public static bool IsAllowed(HttpRequest request, AuthenticateRequestResult sender)
    {
        if (sender.ClaimsIdentity?.AuthenticationType != AuthenticationConstants.AnonymousAuthType)
        {
            return true;
        }

        var context = request.HttpContext;
        var environment = context?.RequestServices?.GetService<IHostEnvironment>();
        return environment?.IsDevelopment() != false && IsThisMachine(context?.Connection) && !IsForwarded(request);
    }

    /// <summary>There is no address when the request did not come by a network: in the process itself, or by a Unix socket.</summary>
    private static bool IsThisMachine(ConnectionInfo? connection) =>
        connection?.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwarded(HttpRequest request) => request.Headers is { } headers && Array.Exists(SignsOfForwarding, headers.ContainsKey);
}
