using LibraryBot.Commands;

return await CommandLine.RunAsync(args);
