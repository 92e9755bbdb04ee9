SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  // A token stays in the memory of this page: nothing is stored.
  persistAuthorization: false,
  tryItOutEnabled: false,
  validatorUrl: null,
})
