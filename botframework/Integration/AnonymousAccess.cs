using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Without an app id nobody can prove anything, so only this machine may speak to the bot, and only in development.</summary>
internal static class AnonymousAccess
{
    public static bool IsAllowed(HttpRequest request, AuthenticateRequestResult sender)
    {
        if (sender.ClaimsIdentity?.AuthenticationType != AuthenticationConstants.AnonymousAuthType)
        {
            return true;
        }

        var environment = request.HttpContext?.RequestServices?.GetService<IHostEnvironment>();
        return environment?.IsDevelopment() != false && ThisMachine.Sent(request);
    }
}
