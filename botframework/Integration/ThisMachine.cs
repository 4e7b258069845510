using System.Net;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Whether a request comes from this machine, in the sense in which Development trusts it. One rule for all addresses of the bot: the host
/// compiles this file too, for nothing here may show a type that the official packages lack (decision 0011).
/// </summary>
internal static class ThisMachine
{
    /// <summary>What proxies and tunnels on this machine put on the requests of others.</summary>
    private static readonly string[] SignsOfForwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP", "X-Client-IP", "CF-Connecting-IP", "True-Client-IP", "Via"];

    /// <summary>From its loopback interface, not passed on by a proxy, and meant for a name of this machine.</summary>
    public static bool Sent(HttpRequest request) => IsNear(request.HttpContext?.Connection) && !IsForwarded(request) && IsMeant(request.Host);

    /// <summary>Whether it came by a network: not from within the process, nor by a Unix socket.</summary>
    public static bool IsByNetwork(HttpRequest request) => request.HttpContext?.Connection?.RemoteIpAddress is not null;

    private static bool IsNear(ConnectionInfo? connection) => connection?.RemoteIpAddress is not { } address || IsLoopback(address);

    private static bool IsForwarded(HttpRequest request) => request.Headers is { } headers && Array.Exists(SignsOfForwarding, headers.ContainsKey);

    /// <summary>A page may have its own host name lead to this machine (DNS rebinding); the browser then takes the bot for the page's own server.</summary>
    private static bool IsMeant(HostString host) =>
        !host.HasValue
        || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
